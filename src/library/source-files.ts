import type { Dirent, Stats } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join, posix, relative, sep } from "node:path";
import type { LeftOut } from "./library.js";
import type { Choice, ChooseRule } from "./reading/choose.js";

/** What lies below a library's folder: paths relative to it, with forward slashes, in order. */
export interface SourceFiles {
  /** Files that are to be read, each with the rule that reads it. */
  read: ReadonlyMap<string, Choice>;
  /** Every file: a link or a picture may name any of them. */
  all: string[];
  /** Markdown that is none of the library's patterns. */
  leftOut: LeftOut[];
  /** Folders that the system does not let us look into. */
  closed: string[];
}

/** The folder that was to be read is missing, unreadable or holds no Markdown. */
export class SourceFolderError extends Error {}

/**
 * Lists the files below `folder`, and chooses what is read of them.
 * @throws SourceFolderError
 */
export async function listSourceFiles(folder: string, choose: ChooseRule): Promise<SourceFiles> {
  const info: Stats | undefined = await stat(folder).catch(() => undefined);
  if (!info) throw new SourceFolderError(`there is no folder ${folder}`);
  if (!info.isDirectory()) throw new SourceFolderError(`${folder} is a file; expected a folder of .md files`);
  const { entries, closed: unseen } = await walk(folder);
  const pathsOf = (some: readonly Dirent[]): string[] =>
    some.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/")).sort();
  const found = pathsOf(entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()));
  const special = pathsOf(entries.filter(isSpecial)).filter((path) => MARKDOWN.test(path) && !HIDDEN.test(path));
  const all = found.filter((path) => !HIDDEN.test(path));
  const markdown = all.filter((path) => MARKDOWN.test(path));
  const closed = unseen.map((path) => relative(folder, path).split(sep).join("/"));
  if (closed.includes("")) throw new SourceFolderError(`the system does not let you look into ${folder}`);
  const shut = closed.filter((path) => !HIDDEN.test(`${path}/`)).sort();
  if (markdown.length === 0) {
    const besides = shut.length > 0 ? `; the system does not let you look into ${shut.join(", ")}` : "";
    throw new SourceFolderError(`no .md file in ${folder}${besides}`);
  }
  const read = new Map<string, Choice>();
  const hidden = found.filter((path) => HIDDEN.test(path) && MARKDOWN.test(path));
  const leftOut: LeftOut[] = [
    ...hidden.map((path): LeftOut => ({ path, why: "hidden" })),
    ...special.map((path): LeftOut => ({ path, why: "special" })),
  ];
  const main = findMainFolder(markdown);
  for (const path of markdown) {
    const choice = choose(path);
    // A file that a rule names without a star is read, whatever its name is.
    const guessed = choice?.index === undefined ? guessWhyNot(path, markdown) : undefined;
    const why = choice?.byName ? undefined : (guessed ?? (await whyNot(path, { folder, markdown, main })));
    if (why) leftOut.push({ path, why });
    else if (!choice || choice.rule.as === "skip") leftOut.push({ path, why: "skipped" });
    else read.set(path, choice);
  }
  return { read, all, leftOut, closed: shut };
}

/** Everything below a folder, and the folders that may not be looked into. Links are not followed. */
async function walk(folder: string): Promise<{ entries: Dirent[]; closed: string[] }> {
  const [entries, closed]: [Dirent[], string[]] = [[], []];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const within = await readdir(next, { withFileTypes: true }).catch(mayNotRead);
    if (!within) closed.push(next);
    for (const entry of within ?? []) {
      entries.push(entry);
      if (entry.isDirectory()) folders.push(join(next, entry.name));
    }
  }
  return { entries, closed };
}

/** Nothing where the system does not let us read a file or folder: that is its own, and the others are read. */
export function mayNotRead(error: unknown): undefined {
  const refused = error instanceof Error && "code" in error && (error.code === "EACCES" || error.code === "EPERM");
  if (!refused) throw error;
}

/** Whether it is a pipe, a socket or a device. */
function isSpecial(entry: Dirent): boolean {
  return !entry.isFile() && !entry.isSymbolicLink() && !entry.isDirectory();
}

const MARKDOWN = /\.(?:md|markdown)$/i;
// Hidden folders and those of packages hold what programs need.
const HIDDEN = /(?:^|\/)(?:\.[^/]+|node_modules)\//;
// Templates: forms that authors fill in or copy.
const TEMPLATE = /(?:^|\/)(?:[._]?templates?\/|(?:pattern[ _-]?)?template\.\w+$)/i;
// Folders of pictures and other files that patterns show: a README in one describes the folder.
const MATERIAL = /(?:^|\/)(?:assets|images?|imgs?|static|media|figures|pictures|attachments|fonts|css|js)\//i;
// By a custom of repositories, files about one have names in capitals: NOTICE.md, ROADMAP.md.
const CAPITALS = /^\p{Lu}[\p{Lu}\d]+(?:[_-][\p{Lu}\d]+)*\.\w+$/u;
// A library's README and licence are about it, not part of it.
const ABOUT = /^(?:readme|licen[cs]e|contributing|changelog|code[_-]of[_-]conduct|security)\./i;

/** Why a file is none of the patterns of a library for which no rules say what is. */
function guessWhyNot(path: string, markdown: readonly string[]): LeftOut["why"] | undefined {
  if (TEMPLATE.test(path)) return "template";
  return CAPITALS.test(path) && isBesideFolders(markdown) ? "about" : undefined;
}

/** Why a file is none of the library's patterns. */
async function whyNot(
  path: string,
  { folder, markdown, main }: { folder: string; markdown: readonly string[]; main: string | undefined },
): Promise<LeftOut["why"] | undefined> {
  const name = posix.basename(path);
  // Site generators name templates and parts of pages so.
  if (name.startsWith("_")) return "underscore";
  if (!ABOUT.test(name)) return undefined;
  if (!path.includes("/") || !/^readme\./i.test(name) || MATERIAL.test(path)) return "about";
  // A folder with one pattern in it has it where sites show it: in its README. One about the folder names nothing.
  const isAlone =
    !markdown.some((other) => other !== path && other.startsWith(`${posix.dirname(path)}/`)) &&
    (main === undefined || main === topFolder(path));
  return isAlone || namesPattern(await beginningOf(join(folder, path))) ? undefined : "about";
}

/** Whether all patterns stand in folders: then what stands beside those, by names in capitals alone, is about them. */
function isBesideFolders(markdown: readonly string[]): boolean {
  return markdown.every((path) => path.includes("/") || CAPITALS.test(path) || ABOUT.test(path));
}

/**
 * The one folder in which all lies that is no README, no template and not about the library; undefined where there is none.
 * A README elsewhere is that of a site's program, for one.
 */
function findMainFolder(markdown: readonly string[]): string | undefined {
  const isAbout = (path: string): boolean => [ABOUT, CAPITALS].some((names) => names.test(posix.basename(path)));
  const tops = new Set(markdown.filter((path) => !isAbout(path) && !TEMPLATE.test(path)).map(topFolder));
  const [only] = tops;
  return tops.size === 1 ? only : undefined;
}

function topFolder(path: string): string | undefined {
  return path.includes("/") ? path.split("/")[0] : undefined;
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
