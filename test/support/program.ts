import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { afterAll } from "vitest";
import { ROOT } from "./editions.js";

/** What a run of the command line left behind. */
export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd: string;
  env?: Record<string, string>;
  /** Nobody reads what is printed. */
  deaf?: boolean;
  /** Called with what is on standard error so far, whenever there is more. */
  onProgress?: (stderr: string, child: ChildProcessWithoutNullStreams) => void;
}

/** Runs `pattern-press` with arguments. */
export type Program = (args: readonly string[], options: RunOptions) => Promise<Run>;

/**
 * The command line, compiled to a folder of its own that is gone when the tests of the file are over. Types are
 * checked elsewhere. Call it where tests are collected.
 */
export function compileProgram(): Program {
  // Templates and package.json are found from there.
  const folder = mkdtempSync(join(ROOT, "dist-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  for (const path of readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })) {
    if (path.endsWith(".ts")) transpile(join(ROOT, "src", path), join(folder, path.replace(/\.ts$/, ".js")));
  }
  return (args, options) => run(join(folder, "cli.js"), args, options);
}

function transpile(from: string, to: string): void {
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true };
  const { outputText } = ts.transpileModule(readFileSync(from, "utf8"), { compilerOptions });
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, outputText);
}

function run(
  cli: string,
  args: readonly string[],
  { cwd, env = {}, deaf = false, onProgress }: RunOptions,
): Promise<Run> {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...process.env, NO_COLOR: "1", ...env } });
  if (deaf) child.stdout.destroy();
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    onProgress?.(stderr, child);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}
