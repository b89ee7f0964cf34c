import { posix } from "node:path";
import type { Duplicate, FailedFile, LibraryFile } from "../library.js";
import type { Matter, Pattern } from "../pattern.js";
import type { ForeignText } from "../translations/twin.js";

/** What stands at each path below the library's folder; paths in composed characters (NFC), as links are written. */
export function collectFiles(
  paths: readonly string[],
  {
    patterns,
    duplicates,
    failed,
    matter = [],
    others = [],
  }: {
    patterns: readonly Pattern[];
    duplicates: readonly Duplicate[];
    failed: readonly FailedFile[];
    matter?: readonly Matter[];
    others?: readonly ForeignText<Pattern>[];
  },
): Map<string, LibraryFile> {
  const files = new Map<string, LibraryFile>(paths.map((path) => [path.normalize("NFC"), { path, role: "other" }]));
  const place = (path: string, file: LibraryFile): unknown => files.set(path.normalize("NFC"), file);
  for (const { path } of failed) place(path, { path, role: "failed" });
  for (const { id, source } of matter) place(source.path, { path: source.path, role: "text", id });
  for (const { pattern, twin } of others) {
    const { pageUrl, sourceUrl, source } = pattern;
    const address = pageUrl ?? sourceUrl;
    place(source.path, {
      path: source.path,
      role: "foreign",
      ...(twin ? { twin: twin.id } : {}),
      ...(address === undefined ? {} : { address }),
    });
  }
  for (const { id, source } of patterns) place(source.path, { path: source.path, role: "pattern", id });
  // The earlier version has its name.
  for (const { pattern, first } of duplicates)
    place(pattern.source.path, { path: pattern.source.path, role: "pattern", id: first.id });
  return files;
}

/** Where a path leads from a file: a path below the library's folder; undefined where that is outside of it. */
export function pathFrom(from: string, path: string): string | undefined {
  const way = posix.join(posix.dirname(from), path).replace(/\/+$/, "");
  return way === ".." || way.startsWith("../") ? undefined : way;
}

/**
 * The file that a path of a link names: itself, with the extension that was left out or with Markdown's in place of
 * HTML's; of a folder its index. Capitals count.
 */
export function fileAt(path: string, files: ReadonlyMap<string, LibraryFile>): LibraryFile | undefined {
  for (const name of spellings(path.normalize("NFC"))) {
    const file = files.get(name);
    if (file) return file;
  }
  return undefined;
}

/**
 * The file that an address from the root of a site names. It is not known where on the site the library's folder
 * stands, so the beginning of the path is dropped, folder by folder, until a file is found.
 */
export function fileBelow(path: string, files: ReadonlyMap<string, LibraryFile>): LibraryFile | undefined {
  const names = path
    .replace(/\/(?:index|readme)\.\w+$/i, "/")
    .split("/")
    .filter((name) => name !== "");
  for (let at = 0; at < Math.max(names.length, 1); at++) {
    const file = fileAt(names.slice(at).join("/"), files);
    if (file) return file;
  }
  return undefined;
}

const INDEXES = ["index.md", "README.md", "readme.md", "Readme.md", "Index.md", "index.markdown", "README.markdown"];

function spellings(path: string): string[] {
  const bare = path === "." ? "" : path.replace(/^\.?\/+/, "");
  const inFolder = (folder: string): string[] => INDEXES.map((name) => (folder ? `${folder}/${name}` : name));
  if (bare === "") return inFolder("");
  const source = bare.replace(/\.html?$/i, "");
  const asMarkdown = [`${source}.md`, `${source}.markdown`];
  if (source !== bare) {
    const index = /^(?:(.*)\/)?index$/i.exec(source);
    return [bare, ...asMarkdown, ...(index ? inFolder(index[1] ?? "") : [])];
  }
  return [bare, ...asMarkdown, ...inFolder(bare)];
}
