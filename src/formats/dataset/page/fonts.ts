import { readFile, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";
import { present } from "../../../library/present.js";
import { sha256 } from "../../../library/sha256.js";
import type { Cache } from "../../../machine/cache.js";
import { type FontFile, familyFiles, fontFaces, holdsAny } from "../../../page/fonts.js";
import type { Tokens } from "../../../page/tokens.js";

// The faces that the page sets: titles and text; labels, tables and what stands out in them. Each is some tens of kilobytes.
const FACES = { text: ["300", "400"], label: ["400", "600"] };
/** Latin letters of Western Europe, and the quotation marks, dashes and spaces that go with them. */
const LATIN = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, at) => 0x20 + at),
  ...Array.from({ length: 0x180 - 0xa0 }, (_, at) => 0xa0 + at),
  ...Array.from({ length: 0x2027 - 0x2010 }, (_, at) => 0x2010 + at),
]
  .map((code) => String.fromCodePoint(code))
  .join("");

/**
 * `@font-face` rules with the fonts in them: the page is one file, and opens without a server. Latin letters only.
 * @param cache has the fonts packed: to pack them takes longer than all else of a small dataset
 */
export async function embedFonts(tokens: Tokens, cache: Cache): Promise<string> {
  const { text, label } = tokens.fonts;
  const pick = (files: FontFile[], weights: readonly string[]): FontFile[] =>
    files.filter((file) => file.style === "normal" && weights.includes(file.weight) && holdsAny(file, "a"));
  const files = [...pick(familyFiles(text), FACES.text), ...pick(familyFiles(label), FACES.label)];
  const addresses = new Map<string, string>();
  for (const { path } of files) addresses.set(path, await toDataAddress(path, cache));
  const faces = files.map((file): FontFile => ({ ...file, mediaType: "font/woff2" }));
  return fontFaces(faces, ({ path }) => present(addresses.get(path), "the address of", path));
}

async function toDataAddress(path: string, cache: Cache): Promise<string> {
  const font = await readFile(path);
  const packed = await cache.file("page-fonts", { content: sha256(font), characters: LATIN }, async (draft) =>
    writeFile(draft, await subsetFont(font, LATIN, { targetFormat: "woff2" })),
  );
  return `data:font/woff2;base64,${(await readFile(packed)).toString("base64")}`;
}
