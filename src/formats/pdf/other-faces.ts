import { readFile, writeFile } from "node:fs/promises";
import type { NumberedPattern } from "../../library/pattern.js";
import { type FontFile, holdsAny } from "../../page/fonts.js";
import type { Context } from "../format.js";
import { charactersOf, openFonts } from "./coverage.js";

/** The families, besides those of text, labels and code, that some patterns need. */
export type OtherFaces = (patterns: readonly NumberedPattern[]) => ReadonlySet<string>;

/**
 * Finds for every character of the library that the face of text or that of labels lacks the family that has it: the
 * first of the fallbacks, as the style sheet names them.
 */
export async function openOtherFaces(
  patterns: readonly NumberedPattern[],
  fonts: readonly FontFile[],
  { cache, templates: { tokens } }: Context,
): Promise<OtherFaces> {
  const { text, label, fallbacks } = tokens.fonts;
  const characters = [...new Set(patterns.flatMap(shownCharacters))].sort();
  const inputs = [characters, tokens.fonts, fonts.map(({ name, range }) => [name, range])];
  const file = await cache.file("other-faces", inputs, async (path) => {
    const has = openFonts();
    const holds = async (family: string, character: string): Promise<boolean> => {
      const candidates = fonts.filter((font) => font.family === family && holdsAny(font, [character]));
      return (await Promise.all(candidates.map((font) => has(font, character)))).includes(true);
    };
    const found: [string, string][] = [];
    for (const character of characters) {
      if ((await holds(text.family, character)) && (await holds(label.family, character))) continue;
      for (const { family } of fallbacks) {
        if (!(await holds(family, character))) continue;
        found.push([character, family]);
        break;
      }
    }
    await writeFile(path, JSON.stringify(found));
  });
  const written: [string, string][] = JSON.parse(await readFile(file, "utf8"));
  const families = new Map(written);
  return (chosen) => new Set(chosen.flatMap(shownCharacters).flatMap((character) => families.get(character) ?? []));
}

/** Those of the pattern, and the marks that say its ratings. */
function shownCharacters(pattern: NumberedPattern): string[] {
  const { alignment, confidence } = pattern;
  return [
    ...charactersOf(pattern),
    ...(alignment === undefined ? [] : ["●", "○"]),
    ...(confidence === undefined ? [] : ["★", "☆"]),
  ];
}
