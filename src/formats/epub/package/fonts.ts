import { readFile } from "node:fs/promises";
import { sha256 } from "../../../library/sha256.js";
import { toSlug } from "../../../library/slug.js";
import { type FontFile, fontFiles, holdsAny } from "../../../page/fonts.js";
import type { Context } from "../about.js";
import type { ListedPage } from "../pages/document.js";
import { tasks } from "../tasks.js";
import type { Resource } from "./resources.js";
import { openSubset } from "./subset-font.js";

/** A face with no characters but those of the book. */
export interface EmbeddedFont extends FontFile {
  /** Absolute path of the font as it is packed. */
  file: string;
  characters: string[];
}

/** What it takes to cut fonts down. */
type FontDesk = Pick<Context, "cache" | "pool" | "templates">;

// What a reader may see that no page has: hyphens and the marks that reading systems add.
const ALWAYS = `${Array.from({ length: 0x7e - 0x1f }, (_, at) => String.fromCharCode(0x20 + at)).join("")}\u00a0\u00ad\u2010\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026`;

// Of OpenType's features those that letters need to join and stand well, and the figures that the style sheet asks for:
// the others would bring in small capitals, fractions and alternates that no page shows.
const FEATURES = "ccmp locl rlig liga clig calt isol init medi fina mark mkmk kern curs onum lnum pnum tnum".split(" ");

/**
 * The faces of text, labels and code, and for characters that those lack the families that have them, each in the order
 * of the style sheet. Subsets of several scripts are files of their own; that of Latin comes last of its face, as older
 * reading systems know no `unicode-range` and take the last.
 */
export async function embedFonts(pages: readonly ListedPage[], desk: FontDesk): Promise<EmbeddedFont[]> {
  const { tokens } = desk.templates;
  const characters = collectCharacters(pages);
  const { text, label, code, fallbacks } = tokens.fonts;
  const own = new Set([text, label, code].map(({ family }) => family));
  const files = fontFiles(tokens);
  const embedded = await embedAll(
    files.filter(({ family }) => own.has(family)),
    characters,
    desk,
  );
  const missing = new Set(characters.filter((character) => countFamilies(embedded, character) < own.size));
  for (const { family } of fallbacks) {
    const faces = files.filter((font) => font.family === family);
    const held = await embedAll(faces, [...missing], desk);
    embedded.push(...held);
    for (const font of held) for (const character of font.characters) missing.delete(character);
  }
  return embedded.sort((a, b) => Number(isLatin(a)) - Number(isLatin(b)));
}

function collectCharacters(pages: readonly ListedPage[]): string[] {
  return [...new Set([ALWAYS, ...pages.map(({ characters }) => characters)].join(""))].sort();
}

/** The subset of each font as a file; none of a font that has no character of the book. */
async function embedAll(
  fonts: readonly FontFile[],
  characters: readonly string[],
  desk: FontDesk,
): Promise<EmbeddedFont[]> {
  const embedded = await Promise.all(
    fonts.map((font) => {
      const wanted = characters.filter((character) => holdsAny(font, [character]));
      // Basic Latin is in the file of Latin.
      const isWanted = isLatin(font) ? wanted.length > 0 : wanted.some((character) => character > "\x7f");
      return isWanted ? embed(font, wanted, desk) : [];
    }),
  );
  return embedded.flat();
}

async function embed(font: FontFile, wanted: readonly string[], { cache, pool }: FontDesk): Promise<EmbeddedFont[]> {
  const { name, path } = font;
  // A user's own font may change without a change of its name, so its content is part of the key.
  const key = { name, content: sha256(await readFile(path)), characters: wanted, features: FEATURES };
  const folder = await cache.file("epub-fonts", key, (out) =>
    pool.run(tasks.subsetFont, { path, characters: wanted, features: FEATURES, out }),
  );
  const { file, characters } = await openSubset(folder);
  return characters.length > 0 ? [{ ...font, mediaType: "font/ttf", file, characters }] : [];
}

function countFamilies(fonts: readonly EmbeddedFont[], character: string): number {
  return new Set(fonts.flatMap(({ family, characters }) => (characters.includes(character) ? [family] : []))).size;
}

function isLatin(font: FontFile): boolean {
  return holdsAny(font, "a");
}

/** The fonts, each tied to its licence, whose text stands beside it (SIL Open Font License 1.1, condition 2). */
export function fontResources(fonts: readonly EmbeddedFont[]): Resource[] {
  return fonts.map(({ family, name, mediaType, file, licence }) => ({
    href: embeddedAddress(name),
    mediaType,
    file,
    ...(licence
      ? { licence: { href: `fonts/${toSlug(family)}-OFL.txt`, mediaType: "text/plain", file: licence } }
      : {}),
  }));
}

/** Where a subset lies in the package, relative to the package document. */
export function embeddedAddress(name: string): string {
  return `fonts/${name.replace(/\.\w+$/, ".ttf")}`;
}
