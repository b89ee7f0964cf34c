import { readFile, writeFile } from "node:fs/promises";
import type { Pattern, SetCharacters } from "../../../library/pattern.js";
import { type FontFile, holdsAny } from "../../../page/fonts.js";
import type { Context } from "../about.js";
import { isSeen, openFonts } from "./seen.js";

/** The families, besides those of text, labels and code, that some patterns need. */
export type OtherFaces = (patterns: readonly Pattern[]) => ReadonlySet<string>;

/**
 * Finds for every character of the library that the face it is to be set in lacks the family that has it: the first of
 * the fallbacks, as the style sheet names them.
 */
export async function openOtherFaces(
  patterns: readonly Pattern[],
  fonts: readonly FontFile[],
  { cache, templates: { tokens } }: Context,
): Promise<OtherFaces> {
  const all = FACES.map((face) => ({
    face,
    characters: [...new Set(patterns.flatMap((pattern) => charactersIn(pattern, face)))].sort(),
  }));
  const key = { characters: all, families: tokens.fonts, fonts: fonts.map(({ name, range }) => [name, range]) };
  const file = await cache.file("other-faces", key, async (path) => {
    const has = openFonts();
    const holds = async (family: string, character: string): Promise<boolean> => {
      const candidates = fonts.filter((font) => font.family === family && holdsAny(font, [character]));
      return (await Promise.all(candidates.map((font) => has(font, character)))).includes(true);
    };
    const found: [string, string][] = [];
    for (const { face, characters } of all) {
      for (const character of characters) {
        if (await holds(tokens.fonts[face].family, character)) continue;
        for (const { family } of tokens.fonts.fallbacks) {
          if (!(await holds(family, character))) continue;
          found.push([`${face} ${character}`, family]);
          break;
        }
      }
    }
    await writeFile(path, JSON.stringify(found));
  });
  const written: [string, string][] = JSON.parse(await readFile(file, "utf8"));
  const families = new Map(written);
  const otherOf = (pattern: Pattern): string[] =>
    FACES.flatMap((face) => charactersIn(pattern, face).flatMap((one) => families.get(`${face} ${one}`) ?? []));
  return (chosen) => new Set(chosen.flatMap(otherOf));
}

const FACES: readonly (keyof SetCharacters)[] = ["text", "label", "code"];

/** The characters of a pattern that are set in a face: names stand in the text and in lists, ratings are marks. */
function charactersIn(pattern: Pattern, face: keyof SetCharacters): string[] {
  const { body, title, aliases, summary = "", alignment, confidence, contributors, sources } = pattern;
  const names = face === "code" ? [] : [title, ...aliases, ...contributors.map(({ name }) => name), ...sources];
  const marks = face === "label" ? [alignment === undefined ? "" : "●○", confidence === undefined ? "" : "★☆"] : [];
  const text = [body.charactersByFace[face], face === "text" ? summary : "", ...names, ...marks].join("");
  return [...new Set(text)].filter(isSeen);
}
