import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { draftConfig } from "../drafting/draft-config.js";
import { survey } from "../library/reading/survey.js";
import { toSlug } from "../library/slug.js";
import { programVersion } from "../machine/version.js";
import { asCalled, calledAs } from "./called-by-npx.js";
import { displayPath } from "./settings.js";
import { UsageError } from "./usage-error.js";
import { type Forge, writeWorkflow } from "./workflows.js";

const STARTER = fileURLToPath(new URL("../../starter", import.meta.url));

// npm leaves .gitignore files out of packages, so this one is not a file of the starter folder.
const IGNORED = "output/\n.cache/\n";

export interface InitOptions {
  /** A library that is there. */
  from?: string;
  github?: boolean;
  gitlab?: boolean;
}

/** `pattern-press init`: a small library to begin with, a draft for one that is there, a forge's workflow. Exit status. */
export async function runInit(folder: string, { from, github, gitlab }: InitOptions = {}): Promise<number> {
  const forges: Forge[] = [...(github ? ["github" as const] : []), ...(gitlab ? ["gitlab" as const] : [])];
  if (from !== undefined) await draftFrom(folder, from);
  // Where a library is there, only the workflow was asked for.
  else if (forges.length === 0 || !existsSync(join(folder, "book.yaml"))) await writeStarter(folder);
  for (const forge of forges)
    console.log(`\nWrote ${displayPath(await writeWorkflow(forge, folder))}. Read it, and commit it.`);
  return 0;
}

async function writeStarter(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error.code === "ENOTDIR" ? new UsageError(`${folder} is a file; name a folder that is new or empty`) : error;
  });
  // A folder with nothing but a new repository (.git) counts as empty.
  const own = entries.filter((name) => name !== ".git");
  if (own.length > 0) {
    const some = own.slice(0, 3).join(", ");
    throw new UsageError(`${folder} is not empty (${some} …); name a folder that is new or empty`);
  }
  await cp(STARTER, folder, { recursive: true });
  const book = join(folder, "book.yaml");
  await writeFile(book, `${nameSchema(folder)}${await readFile(book, "utf8")}`);
  await writeFile(join(folder, ".gitignore"), IGNORED);
  console.log(`Made a library in ${folder}: book.yaml and three patterns to replace with your own.

  ${enter(folder)}${calledAs()} build`);
}

/**
 * The line by which an editor finds the schema of book.yaml: that of the program installed in the folder or above it, else
 * that of the published package.
 * github.com/redhat-developer/yaml-language-server, “Using inlined schema”
 */
function nameSchema(folder: string): string {
  const own = "node_modules/pattern-press/schemas/book.json";
  let address = `https://unpkg.com/pattern-press@${programVersion()}/schemas/book.json`;
  for (let at = resolve(folder); dirname(at) !== at; at = dirname(at)) {
    if (!existsSync(join(at, own))) continue;
    const way = relative(resolve(folder), join(at, own)).split(sep).join("/");
    address = way.startsWith(".") ? way : `./${way}`;
    break;
  }
  return `# yaml-language-server: $schema=${address}\n`;
}

/** The line that goes there, where that is another folder. */
function enter(folder: string): string {
  return folder === "." ? "" : `cd ${folder}\n  `;
}

/**
 * Looks into somebody's library and drafts the book.yaml that makes a book of it. Nothing of the library is changed.
 */
async function draftFrom(folder: string, from: string): Promise<void> {
  const found = await survey(resolve(from));
  const file = join(folder, "book.yaml");
  const source = relative(resolve(folder), resolve(from)).split(sep).join("/") || ".";
  const title = basename(resolve(from));
  await mkdir(folder, { recursive: true });
  const text = nameSchema(folder) + asCalled(draftConfig(found, { source, title, slug: toSlug(title) }));
  // Another's is never written over.
  await writeFile(file, text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
    throw new UsageError(`${file} is there already; move it away, or name another folder`);
  });
  console.log(`Drafted ${file} for ${found.files.length} Markdown files of ${from}. Read it: every line says what it rests on.

  ${enter(folder)}${calledAs()} check
  ${calledAs()} build`);
}
