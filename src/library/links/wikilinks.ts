import { posix } from "node:path";
import type { LibraryFile } from "../library.js";
import { targetOf, wikiKey } from "../names.js";
import type { PatternId } from "../pattern.js";
import { toSlug } from "../slug.js";
import { pathFrom } from "./files.js";
import type { From } from "./names.js";

/** What a wikilink names. */
export interface Page {
  name: string;
  /** The last of its headings: `page#part#section`. */
  fragment: string;
}

/** Reads `[[page#heading]]`; undefined where an address is no wikilink. */
export function readPage(href: string): Page | undefined {
  const [, name, fragment = ""] = /^\[\[([^#]*)(?:#(.*))?\]\]$/s.exec(href) ?? [];
  return name === undefined ? undefined : { name: name.trim(), fragment: fragment.split("#").at(-1)?.trim() ?? "" };
}

/** The pattern that a wikilink names: of two files of one name the one in the folder of the file that it stands in. */
export function findPage(name: string, { source }: From, names: ReadonlyMap<string, PatternId>): PatternId | undefined {
  const beside = name.startsWith("/") ? name.slice(1) : pathFrom(source.path, name);
  const keys = [...(beside === undefined ? [] : [wikiKey(beside)]), wikiKey(name), wikiKey(toSlug(name))];
  return keys.map((key) => targetOf(names, key)).find((id) => id !== undefined);
}

/** Finds a file of the library by its name or the end of its path, whatever their case. */
export type FindFile = (name: string, from: From) => LibraryFile | undefined;

/** Of several files of one name the one beside the file that names it is found, else the one in fewer folders. */
export function openFiles(files: ReadonlyMap<string, LibraryFile>): FindFile {
  const byName = new Map<string, [string, LibraryFile][]>();
  for (const [path, file] of files) {
    const name = toKey(posix.basename(path));
    byName.set(name, [...(byName.get(name) ?? []), [toKey(path), file]]);
  }
  return (name, { source }) => {
    const sought = toKey(name.replace(/^\/+/, ""));
    const beside = toKey(pathFrom(source.path, name.replace(/^\/+/, "")) ?? "");
    const found = (byName.get(posix.basename(sought)) ?? []).filter(
      ([path]) => path === beside || path === sought || path.endsWith(`/${sought}`),
    );
    const rank = ([path]: [string, LibraryFile]): number => (path === beside ? 0 : path.split("/").length);
    return found.sort((a, b) => rank(a) - rank(b) || (a[0] < b[0] ? -1 : 1))[0]?.[1];
  };
}

function toKey(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
