import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, symlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "./editions.js";

const run = promisify(execFile);
// `make conformance-tools` puts it there, with the versions of test/support/requirements.txt.
const PYTHON = join(ROOT, ".cache/python/bin/python");

export interface ReadmeSnippet {
  /** The heading that it stands under. */
  name: string;
  language: string;
  code: string;
}

/** The snippets of a dataset's README, as they stand there. */
export function listReadmeSnippets(readme: string): ReadmeSnippet[] {
  return [...readme.matchAll(/^### ([^\n]+)\n(?:(?!^#)[^\n]*\n)*?```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ([, name = "", language = "", code = ""]) => ({ name, language, code }),
  );
}

// Statement by statement, as its command line would, and how many rows the last one has.
const DUCKDB = `
import duckdb, sys
results = [duckdb.sql(statement).fetchall() for statement in sys.argv[1].split(";") if statement.strip()]
print(results[0][0][0], "patterns,", results[0][0][1], "relations,", len(results[1]), "resolved,", len(results[2]), "solutions")
`;

const COMMANDS: Record<string, (code: string) => [string, string[]]> = {
  python: (code) => [PYTHON, ["-c", code]],
  sql: (code) => [PYTHON, ["-c", DUCKDB, code]],
  js: (code) => [process.execPath, ["--input-type=module", "--eval", code]],
  sh: (code) => ["sh", ["-c", code]],
  r: (code) => ["Rscript", ["-e", code]],
};

/** Whether what runs a snippet is on this machine. */
export async function canRun({ language }: ReadmeSnippet): Promise<boolean> {
  if (language === "python" || language === "sql") return existsSync(PYTHON);
  const program = { sh: "sqlite3", r: "Rscript", js: process.execPath }[language];
  if (program === undefined) return false;
  return run(program, ["--version"]).then(
    () => true,
    () => false,
  );
}

/** A copy of a dataset in which snippets may write, and find the packages of this project. */
export async function openFolder(from: string, to: string): Promise<string> {
  await cp(from, to, { recursive: true });
  await symlink(join(ROOT, "node_modules"), join(to, "node_modules"));
  return to;
}

/** Runs a snippet as it is in a dataset's folder. Returns what it prints. */
export async function runSnippet({ language, code }: ReadmeSnippet, folder: string): Promise<string> {
  const command = COMMANDS[language]?.(code);
  if (!command) throw new Error(`nothing runs ${language}`);
  const env = { ...process.env, HF_HOME: join(folder, ".hf"), HF_HUB_OFFLINE: "1", HF_DATASETS_OFFLINE: "1" };
  return (await run(...command, { cwd: folder, env, maxBuffer: 1 << 26 })).stdout.trim();
}
