import { readFileSync } from "node:fs";
import type { FontFamily } from "../font-family.js";
import { licenceFile } from "../font-source.js";
import type { Locale } from "../locale.js";
import type { Tokens } from "../tokens.js";

/** What a printed book needs besides the faces of text, labels and code. */
export interface UsedFaces {
  /** Whether it has any; an e-book's are set in a face of the reader's own. */
  formulas?: boolean;
  /** Families of characters that the others lack. */
  otherFaces?: ReadonlySet<string>;
}

/** The families that a book is set in. */
interface Faces {
  text: string;
  label: string;
  code: string;
  /** Of formulas, where the book has any. */
  math: string | null;
  /** Those of characters that the others lack: “Noto Sans SC and Noto Emoji”. */
  others: string | null;
  /** Their licences, as the files beside the fonts say; families are named where not all are under the same one. */
  licences: { name: string; families: string | null }[];
}

/** What the colophon says of the faces. */
export function viewFaces(
  { fonts }: Tokens,
  { formulas = false, otherFaces = new Set() }: UsedFaces,
  { language }: Pick<Locale, "language">,
): Faces {
  const { text, label, code, math } = fonts;
  const fallbacks = fonts.fallbacks.filter(({ family }) => otherFaces.has(family));
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  const used = [text, label, code, ...(formulas ? [math] : []), ...fallbacks];
  const licences = new Map<string | undefined, Set<string>>();
  for (const font of used) {
    const name = licenceOf(font);
    licences.set(name, (licences.get(name) ?? new Set()).add(font.family));
  }
  const named = [...licences].flatMap(([name, families]) => (name === undefined ? [] : [{ name, families }]));
  return {
    text: text.family,
    label: label.family,
    code: code.family,
    math: formulas ? math.family : null,
    others: fallbacks.length > 0 ? list.format(fallbacks.map(({ family }) => family)) : null,
    licences: named.map(({ name, families }) => ({
      name,
      families: licences.size > 1 ? list.format(families) : null,
    })),
  };
}

const LICENCES: readonly [RegExp, (match: RegExpExecArray) => string][] = [
  [/SIL OPEN FONT LICENSE,?\s+Version ([\d.]*\d)/i, ([, version]) => `SIL Open Font License ${version}`],
  [/Apache License\s+Version ([\d.]*\d)/i, ([, version]) => `Apache License ${version}`],
  [/UBUNTU FONT LICENCE\s+Version ([\d.]*\d)/i, ([, version]) => `Ubuntu Font Licence ${version}`],
  [/GUST Font License/i, () => "GUST Font License"],
  [/CC0 1\.0 Universal/i, () => "CC0 1.0"],
];

/** What the licence of a family is called, by its text; of one that is not known, its first line. */
function licenceOf(family: FontFamily): string | undefined {
  const path = licenceFile(family);
  if (path === undefined) return undefined;
  const text = readFileSync(path, "utf8");
  for (const [words, name] of LICENCES) {
    const found = words.exec(text);
    if (found) return name(found);
  }
  return text
    .split("\n")
    .map((line) => line.trim())
    .find(Boolean);
}
