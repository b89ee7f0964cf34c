import type { Stats } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join, posix, relative, sep } from "node:path";

/** What lies below a library's folder: paths relative to it, with forward slashes, in order. */
export interface SourceFiles {
  /** Files that are to become patterns. */
  patterns: string[];
  /** Every file: a link or a picture may name any of them. */
  all: string[];
}

/** The folder that was to be read is missing, unreadable or holds no Markdown. */
export class SourceFolderError extends Error {}

/** Lists the files below `folder`. Hidden folders and those of packages hold Markdown at most. */
export async function listSourceFiles(folder: string): Promise<SourceFiles> {
  const info: Stats | undefined = await stat(folder).catch(() => undefined);
  if (!info) throw new SourceFolderError(`there is no folder ${folder}`);
  if (!info.isDirectory()) throw new SourceFolderError(`${folder} is a file; expected a folder of .md files`);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const all = entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  const patterns: string[] = [];
  for (const path of all) if (await isPatternFile(folder, path)) patterns.push(path);
  if (patterns.length === 0) throw new SourceFolderError(`no .md file in ${folder}`);
  return { patterns, all: all.filter((path) => !/(?:^|\/)(?:\.[^/]+|node_modules)\//.test(path)) };
}

const MARKDOWN = /\.(?:md|markdown)$/i;
// A library's README and licence are about it, not part of it.
const ABOUT = /^(?:readme|licen[cs]e|contributing|changelog)\./i;

async function isPatternFile(folder: string, path: string): Promise<boolean> {
  if (!MARKDOWN.test(path)) return false;
  const name = posix.basename(path);
  if (!ABOUT.test(name)) return true;
  // A folder with one pattern in it has it where sites show it: in its README. One about the folder names nothing.
  return path.includes("/") && /^readme\./i.test(name) && namesPattern(await beginningOf(join(folder, path)));
}

// Long enough for the front matter of any real file.
const BEGINNING = 4096;

async function beginningOf(file: string): Promise<string> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return "";
  try {
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(BEGINNING) });
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Whether a file begins with front matter that says what its pattern is called. */
function namesPattern(beginning: string): boolean {
  const [, front = ""] = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n---[ \t]*(?:\r?\n|$)|$)/.exec(beginning) ?? [];
  return /^(?:id|slug|title)[ \t]*:/m.test(front);
}
