import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { fromXml } from "xast-util-from-xml";
import type { Reading } from "../reading.js";
import { readMarkup } from "./markup.js";

/** An e-book whose pages are read one pattern at a time. */
export interface Ebook {
  /** @param file the first of the pattern's files, as the manifest names it */
  read(file: string): Reading;
}

/**
 * Opens an EPUB for some of its patterns: of the package nothing else is unpacked.
 * @param files the first file of each
 * @param patterns slugs of all patterns by their first file, to know where links lead
 */
export async function openEbook(
  path: string,
  files: readonly string[],
  patterns: ReadonlyMap<string, string>,
): Promise<Ebook> {
  const stems = new Set(files.map(stemOf));
  const entries = unzipSync(await readFile(path), { filter: ({ name }) => stems.has(stemOf(name)) });
  return {
    read(file) {
      const own = Object.keys(entries).filter((name) => stemOf(name) === stemOf(file));
      if (own.length === 0) throw new Error(`no ${file}`);
      const trees = own.sort(byPiece).map((name) => fromXml(strFromU8(entries[name] ?? new Uint8Array())));
      return readMarkup(trees, (href) => targetOf(href, file, patterns));
    },
  };
}

/** `OEBPS/12-2.xhtml` goes on with `OEBPS/12.xhtml`. */
function stemOf(name: string): string {
  return name.replace(/(\/\d+)-\d+(\.xhtml)$/, "$1$2");
}

function byPiece(a: string, b: string): number {
  const piece = (name: string): number => Number(/-(\d+)\.xhtml$/.exec(name)?.[1] ?? 1);
  return piece(a) - piece(b);
}

function targetOf(href: string, from: string, patterns: ReadonlyMap<string, string>): string {
  if (/^[a-z][\w+.-]*:/i.test(href)) return href;
  const [path = ""] = href.split("#");
  if (path === "") return "#";
  const file = posix.join(posix.dirname(from), path);
  const slug = patterns.get(stemOf(file));
  return slug === undefined ? file : `pattern:${slug}`;
}
