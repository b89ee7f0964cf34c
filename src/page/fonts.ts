import { basename, extname } from "node:path";
import type { FontFamily } from "./font-family.js";
import { findFonts } from "./font-source.js";
import type { Tokens } from "./tokens.js";

/** One font file: a face, whole or in the subset of one script. */
export interface FontFile {
  family: string;
  weight: string;
  style: "normal" | "italic";
  /** `source-serif-4-latin-400-normal.woff2` */
  name: string;
  /** Absolute path. */
  path: string;
  /** Absolute path of the text of its licence. */
  licence?: string;
  mediaType: "font/woff2" | "font/woff" | "font/ttf" | "font/otf";
  /** CSS `unicode-range`: the characters of its subset. */
  range: string;
  /** The same as code points: first and last of each span. */
  spans: readonly (readonly [number, number])[];
  /** What else its `@font-face` rule says: `;size-adjust:112%`, or nothing. */
  descriptors: string;
}

const MEDIA_TYPES: Readonly<Record<string, FontFile["mediaType"]>> = {
  ".ttf": "font/ttf",
  ".otf": "font/otf",
  ".woff": "font/woff",
};

/** Every font file that the tokens declare for text; that of formulas is for them alone. */
export function fontFiles({ fonts }: Tokens): FontFile[] {
  return [fonts.text, fonts.label, fonts.code, ...fonts.fallbacks].flatMap(familyFiles);
}

/** The font files of one family. */
export function familyFiles(family: FontFamily): FontFile[] {
  return findFonts(family).map(({ face, path, licence, range }): FontFile => {
    const [weight = "400", italic] = face.split("-");
    return {
      family: family.family,
      weight,
      style: italic ? "italic" : "normal",
      name: basename(path),
      path,
      ...(licence ? { licence } : {}),
      mediaType: MEDIA_TYPES[extname(path).toLowerCase()] ?? "font/woff2",
      range,
      spans: parseRange(range),
      descriptors: describe(family),
    };
  });
}

function describe({ features, size }: FontFamily): string {
  return `${features ? `;font-feature-settings:${features}` : ""}${size ? `;size-adjust:${size}` : ""}`;
}

/** As `format()` in CSS names them (CSS Fonts 4, 4.3). */
const FORMATS: Readonly<Record<FontFile["mediaType"], string>> = {
  "font/woff2": "woff2",
  "font/woff": "woff",
  "font/ttf": "truetype",
  "font/otf": "opentype",
};

/** `@font-face` rules; `address` gives each file's URL. */
export function fontFaces(files: readonly FontFile[], address: (file: FontFile) => string): string {
  return files
    .map(
      (file) =>
        `@font-face{font-family:"${file.family}";font-weight:${file.weight};font-style:${file.style};` +
        `src:url("${address(file)}") format("${FORMATS[file.mediaType]}");unicode-range:${file.range}${file.descriptors}}`,
    )
    .join("\n");
}

/** Whether a subset holds any of the characters. */
export function holdsAny({ spans }: FontFile, characters: Iterable<string>): boolean {
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0;
    for (const span of spans) if (code >= span[0] && code <= span[1]) return true;
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
