import { readFile, writeFile } from "node:fs/promises";
import type { NumberedPattern } from "../../../library/pattern.js";
import { holdsAny } from "../../../page/fonts.js";
import type { Press } from "../press.js";
import { isSeen, openFonts } from "./seen.js";

/** Of the characters that are missing in a pattern, how many are named. */
const MOST_NAMED = 8;

/** Says of every pattern which of its characters no declared font has; returns whether there are any. */
export async function reportUncovered(press: Press): Promise<boolean> {
  const texts = press.library.patterns.map((pattern) => ({ pattern, characters: charactersOf(pattern) }));
  const all = new Set(texts.flatMap(({ characters }) => characters));
  const uncovered = new Set(await findUncovered(press, [...all].sort()));
  for (const { pattern, characters } of texts) {
    const missing = characters.filter((character) => uncovered.has(character));
    if (missing.length === 0) continue;
    const named = missing.slice(0, MOST_NAMED).map(nameOf).join(", ");
    const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : "";
    press.context.report({
      rule: "fonts-cover-text",
      severity: "warning",
      file: pattern.source.path,
      found: `${named}${more}, which no font of the book has`,
      expected: "every character in a font that tokens.yaml declares",
      mend: "add a font that has it to fonts.fallbacks in templates/tokens.yaml, or write it in other characters",
    });
  }
  return uncovered.size > 0;
}

/**
 * Says of fonts in a printed volume that they are the machine's own.
 * @param fonts names of fonts that no declared family accounts for
 */
export function reportStrayFonts({ report }: Press["context"], fonts: readonly string[]): void {
  for (const font of fonts) {
    report({
      rule: "fonts-cover-text",
      severity: "warning",
      found: `characters printed in ${font}, a font of this machine`,
      expected: "every character in a font that tokens.yaml declares",
      mend: "add a font that has the characters to fonts.fallbacks in templates/tokens.yaml",
    });
  }
}

function charactersOf({ body, title, aliases, summary = "", ...record }: NumberedPattern): string[] {
  const people = record.contributors.map(({ name }) => name);
  const text = [body.characters, title, ...aliases, summary, ...people, ...record.sources].join("");
  return [...new Set(text)].filter(isSeen);
}

/** `𔐀 (U+14400)`. */
function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `${character} (U+${code.toString(16).toUpperCase().padStart(4, "0")})`;
}

async function findUncovered({ fonts, context }: Press, characters: readonly string[]): Promise<string[]> {
  const key = { characters, fonts: fonts.map(({ name, range }) => [name, range]) };
  const file = await context.cache.file("uncovered", key, async (path) => {
    const has = openFonts();
    const missing: string[] = [];
    for (const character of characters) {
      const candidates = fonts.filter((font) => holdsAny(font, [character]));
      const covered = await Promise.all(candidates.map((font) => has(font, character)));
      if (!covered.includes(true)) missing.push(character);
    }
    await writeFile(path, JSON.stringify(missing));
  });
  const found: string[] = JSON.parse(await readFile(file, "utf8"));
  return found;
}
