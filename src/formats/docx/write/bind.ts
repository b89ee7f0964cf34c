import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { dateZip } from "./date-zip.js";
import type { House } from "./house.js";
import { addLists } from "./numbering.js";
import { readStandIn } from "./page.js";
import { element } from "./xml.js";

type Parts = Record<string, Uint8Array>;

/** Pictures are packed already. */
const PACKED = /\.(png|jpe?g|gif)$/;

/**
 * A document as the docx package packed it → with the parts of our house: styles, theme, settings, fonts, and what was
 * taken over from a reference document. Always the same bytes.
 * @param date of every file
 */
export function bind(packed: Uint8Array, { parts: own, lists }: House, date: Date): Uint8Array {
  const parts: Parts = unzipSync(packed);
  const taken = placeTaken(parts, own);
  for (const [path, content] of Object.entries(own)) {
    if (!taken.has(path)) parts[path] = typeof content === "string" ? strToU8(content) : content;
  }
  edit(parts, "word/numbering.xml", (xml) => addLists(xml, lists));
  edit(parts, "[Content_Types].xml", (xml) => declare(xml, Object.keys(parts)));
  const zip = zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, content]) => [path, [content, { level: PACKED.test(path) ? 0 : 6 }] as const]),
    ),
  );
  dateZip(zip, date);
  return zip;
}

function edit(parts: Parts, path: string, change: (xml: string) => string): void {
  const content = parts[path];
  if (content) parts[path] = strToU8(change(strFromU8(content)));
}

/** Puts headers and footers that were taken over in the places kept for them; gives the paths they had before. */
function placeTaken(parts: Parts, own: House["parts"]): Set<string> {
  const taken = new Set<string>();
  for (const [path, content] of Object.entries(parts)) {
    const name = /^word\/((?:header|footer)\d+\.xml)$/.exec(path)?.[1];
    const part = name === undefined ? undefined : readStandIn(strFromU8(content));
    if (name === undefined || part === undefined) continue;
    for (const [from, to] of [
      [`word/${part}`, path],
      [`word/_rels/${part}.rels`, `word/_rels/${name}.rels`],
    ] as const) {
      const found = own[from];
      taken.add(from);
      if (found !== undefined) parts[to] = typeof found === "string" ? strToU8(found) : found;
    }
  }
  return taken;
}

/** Media types of pictures that the docx package does not declare, by extension (ECMA-376 part 2, 10.1.2). */
const EXTENSIONS: Readonly<Record<string, string>> = {
  tif: "image/tiff",
  tiff: "image/tiff",
  emf: "image/x-emf",
  wmf: "image/x-wmf",
};

function declare(types: string, paths: readonly string[]): string {
  const missing = Object.entries(EXTENSIONS)
    .filter(([extension]) => paths.some((path) => path.endsWith(`.${extension}`)))
    .map(([Extension, ContentType]) => element("Default", { Extension, ContentType }));
  return types.replace(/(<Types\b[^>]*>)/, (opening) => opening + missing.join(""));
}
