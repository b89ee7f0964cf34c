import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import type { Tokens } from "./tokens.js";

/** One font file: a face in one script subset. */
export interface FontFile {
  family: string;
  weight: string;
  style: "normal" | "italic";
  /** `source-serif-4-latin-400-normal.woff2` */
  name: string;
  /** Absolute path. */
  path: string;
  /** CSS `unicode-range`: the characters of its subset. */
  range: string;
  /** The same as code points: first and last of each span. */
  spans: readonly (readonly [number, number])[];
}

const require = createRequire(import.meta.url);
const RULE = /@font-face\s*{[^}]*?url\(\.\/(files\/[^)]+\.woff2)\)[^}]*?unicode-range:\s*([^;}]+)/g;

/** Every font file the tokens declare, as the `@fontsource` packages list them. */
export function fontFiles({ fonts }: Tokens): FontFile[] {
  const families = [fonts.text, fonts.label, fonts.code, ...fonts.fallbacks];
  return families.flatMap(({ family, package: name, faces, range: own }) =>
    faces.flatMap((face) => {
      const [weight = "400", italic] = face.split("-");
      const sheet = require.resolve(`@fontsource/${name}/${face}.css`);
      return [...readFileSync(sheet, "utf8").matchAll(RULE)].map(([, file = "", declared = ""]): FontFile => {
        const range = own ?? declared.trim();
        return {
          family,
          weight,
          style: italic ? "italic" : "normal",
          name: basename(file),
          path: join(dirname(sheet), file),
          range,
          spans: parseRange(range),
        };
      });
    }),
  );
}

/** `@font-face` rules; `address` gives each file's URL. */
export function fontFaces(
  files: readonly FontFile[],
  address: (file: FontFile) => string,
  format: "woff2" | "truetype" = "woff2",
): string {
  return files
    .map(
      (file) =>
        `@font-face{font-family:"${file.family}";font-weight:${file.weight};font-style:${file.style};` +
        `src:url("${address(file)}") format("${format}");unicode-range:${file.range}}`,
    )
    .join("\n");
}

/** Whether a subset holds any of the characters. */
export function holdsAny({ spans }: FontFile, characters: Iterable<string>): boolean {
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0;
    if (spans.some(([from, to]) => code >= from && code <= to)) return true;
  }
  return false;
}

/** `U+0000-00FF, U+0131` → first and last code point of each span. */
function parseRange(range: string): [number, number][] {
  return range.split(",").map((span) => {
    const [from = 0, to = from] = span
      .trim()
      .slice(2)
      .split("-")
      .map((hex) => Number.parseInt(hex, 16));
    return [from, to];
  });
}
