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
  const stemOf = openStems(new Set([...files, ...patterns.keys()]));
  const wanted = new Set(files);
  const entries = unzipSync(await readFile(path), { filter: ({ name }) => wanted.has(stemOf(name)) });
  return {
    read(file) {
      const own = Object.keys(entries).filter((name) => stemOf(name) === file);
      if (own.length === 0) throw new Error(`no ${file}`);
      const trees = own.sort(byPiece).map((name) => fromXml(strFromU8(entries[name] ?? new Uint8Array())));
      return readMarkup(trees, (href) => targetOf(href, file, { patterns, stemOf }));
    },
  };
}

type StemOf = (name: string) => string;

/** `OEBPS/12-2.xhtml` goes on with `OEBPS/12.xhtml`, where that is the first file of something and it is not itself. */
function openStems(first: ReadonlySet<string>): StemOf {
  return (name) => {
    const stem = name.replace(/-\d+(?=\.xhtml$)/, "");
    return !first.has(name) && first.has(stem) ? stem : name;
  };
}

function byPiece(a: string, b: string): number {
  const piece = (name: string): number => Number(/-(\d+)\.xhtml$/.exec(name)?.[1] ?? 1);
  return piece(a) - piece(b);
}

function targetOf(
  href: string,
  from: string,
  { patterns, stemOf }: { patterns: ReadonlyMap<string, string>; stemOf: StemOf },
): string {
  if (/^[a-z][\w+.-]*:/i.test(href)) return href;
  const [path = ""] = href.split("#");
  if (path === "") return "#";
  const file = posix.join(posix.dirname(from), path);
  const slug = patterns.get(stemOf(file));
  return slug === undefined ? file : `pattern:${slug}`;
}
