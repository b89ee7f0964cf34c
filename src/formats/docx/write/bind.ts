import { zipEntries } from "../../../archives/zip.js";
import type { House } from "./house.js";
import { addLists } from "./numbering.js";
import { readStandIn } from "./page.js";
import type { Parts } from "./parts.js";
import { element } from "./xml.js";

/**
 * The parts of a document as the docx package wrote them → a package with the parts of our house: styles, theme, settings,
 * fonts, and what was taken over from a reference document. Always the same bytes.
 * @param core `docProps/core.xml`
 * @param date of every file
 */
export function bind(written: Parts, { parts: own, lists, pack }: House, core: string, date: Date): Uint8Array {
  const parts = new Map(written);
  const taken = placeTaken(parts, own);
  for (const [path, content] of Object.entries(own)) if (!taken.has(path)) parts.set(path, content);
  parts.set("docProps/core.xml", core);
  edit(parts, "word/numbering.xml", (xml) => addLists(xml, lists));
  edit(parts, "[Content_Types].xml", (xml) => declare(xml, [...parts.keys()]));
  const entries = [...parts].map(([path, content]) => [path, pack(path, content)] as const);
  return zipEntries(entries, date);
}

function edit(parts: Map<string, string | Uint8Array>, path: string, change: (xml: string) => string): void {
  const content = parts.get(path);
  if (typeof content === "string") parts.set(path, change(content));
}

/** Puts headers and footers that were taken over in the places kept for them; gives the paths they had before. */
function placeTaken(parts: Map<string, string | Uint8Array>, own: House["parts"]): Set<string> {
  const taken = new Set<string>();
  for (const [path, content] of [...parts]) {
    const name = /^word\/((?:header|footer)\d+\.xml)$/.exec(path)?.[1];
    const part = name === undefined ? undefined : readStandIn(String(content));
    if (name === undefined || part === undefined) continue;
    for (const [from, to] of [
      [`word/${part}`, path],
      [`word/_rels/${part}.rels`, `word/_rels/${name}.rels`],
    ] as const) {
      const found = own[from];
      taken.add(from);
      if (found !== undefined) parts.set(to, found);
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
