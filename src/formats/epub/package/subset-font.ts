import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as fontkit from "fontkit";
import subsetFont from "subset-font";

/** A font to cut down; plain data, for a worker thread: a font unpacked and the shaper's memory are as large as a book. */
export interface SubsetTask {
  /** Absolute path of the font. */
  path: string;
  characters: readonly string[];
  /** The features of OpenType that stay. */
  features: string[];
  /** The folder to make for the subset. */
  out: string;
}

/** What a font has of the characters that were asked for. */
export interface Subset {
  /** Absolute path; there is no file where it has none of them. */
  file: string;
  characters: string[];
}

const FONT = "font.ttf";
const CHARACTERS = "characters.json";

/** Writes the font as TrueType, which every reading system takes; WOFF2 came with EPUB 3.2 (EPUB 3.3, 3.2). */
export async function subset({ path, characters, features, out }: SubsetTask): Promise<void> {
  const bytes = await readFile(path);
  const held = keepHeld(bytes, characters);
  await mkdir(out);
  await writeFile(join(out, CHARACTERS), JSON.stringify(held));
  if (held.length === 0) return;
  const options = { targetFormat: "truetype", keepFeatures: features } as const;
  await writeFile(join(out, FONT), await subsetFont(bytes, held.join(""), options));
}

export async function openSubset(folder: string): Promise<Subset> {
  return { file: join(folder, FONT), characters: JSON.parse(await readFile(join(folder, CHARACTERS), "utf8")) };
}

/** The ranges that packages give hold more than their fonts do. */
function keepHeld(bytes: Buffer, characters: readonly string[]): string[] {
  const font = fontkit.create(bytes);
  if (!("hasGlyphForCodePoint" in font)) return [];
  return characters.filter((character) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}
