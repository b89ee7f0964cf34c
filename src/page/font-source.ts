import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join } from "node:path";
import * as fontkit from "fontkit";
import type { FontFamily } from "./tokens.js";

/** Where one face of a family lies, or the part of it that one script needs. */
export interface FontSource {
  face: string;
  /** Absolute path. */
  path: string;
  /** Absolute path of its licence. */
  licence?: string;
  /** CSS `unicode-range`: the characters that it is there for. */
  range: string;
}

const require = createRequire(import.meta.url);
const FORMATS = /\.(ttf|otf|woff2?)$/i;
const RULE = /@font-face\s*{[^}]*?url\(\.\/(files\/[^)]+\.woff2)\)[^}]*?unicode-range:\s*([^;}]+)/g;

/** What keeps a family from being used, in words: a package or a file is not there. */
export function refuseFamily(family: FontFamily): string | undefined {
  if (!("files" in family)) {
    const missing = family.faces.find((face) => !isInstalled(sheetOf(family.package, face)));
    if (missing === undefined) return undefined;
    return `@fontsource/${family.package} is not installed or has no face ${missing}; install it, or name one it has`;
  }
  const files = [...Object.values(family.files), ...(family.licence ? [family.licence] : [])];
  const missing = files.find((file) => !(isAbsolute(file) ? existsSync(file) : isInstalled(file)));
  if (missing !== undefined)
    return `there is no ${missing}; expected a file of an installed package, or ./ and a path in the folder of templates`;
  const strange = Object.values(family.files).find((file) => !FORMATS.test(file));
  return strange === undefined ? undefined : `${strange} is no font; expected a .ttf, .otf, .woff or .woff2 file`;
}

/** The files of a family, as its package lists them or as the tokens name them. */
export function findFonts(family: FontFamily): FontSource[] {
  return "files" in family ? ownFonts(family) : packagedFonts(family);
}

function packagedFonts({ package: name, faces, range }: Extract<FontFamily, { package: string }>): FontSource[] {
  return faces.flatMap((face) => {
    const sheet = require.resolve(sheetOf(name, face));
    const folder = dirname(sheet);
    return [...readFileSync(sheet, "utf8").matchAll(RULE)].map(([, file = "", declared = ""]): FontSource => {
      return { face, path: join(folder, file), licence: join(folder, "LICENSE"), range: range ?? declared.trim() };
    });
  });
}

function ownFonts({ files, licence, range }: Extract<FontFamily, { files: object }>): FontSource[] {
  return Object.entries(files).map(([face, file]) => {
    const path = locate(file);
    return { face, path, ...(licence ? { licence: locate(licence) } : {}), range: range ?? rangeOf(path) };
  });
}

function sheetOf(name: string, face: string): string {
  return `@fontsource/${name}/${face}.css`;
}

function isInstalled(file: string): boolean {
  try {
    return require.resolve(file) !== "";
  } catch {
    return false;
  }
}

function locate(file: string): string {
  return isAbsolute(file) ? file : require.resolve(file);
}

/** `U+20-7E,U+A0-17F` of the characters that a font file has. */
function rangeOf(path: string): string {
  const font = fontkit.openSync(path);
  const characters = "characterSet" in font ? [...font.characterSet].sort((a, b) => a - b) : [];
  const spans: { first: number; last: number }[] = [];
  for (const code of characters) {
    const span = spans.at(-1);
    if (span && code === span.last + 1) span.last = code;
    else spans.push({ first: code, last: code });
  }
  return spans.map(({ first, last }) => `U+${toHex(first)}${last > first ? `-${toHex(last)}` : ""}`).join(",");
}

function toHex(code: number): string {
  return code.toString(16).toUpperCase();
}
