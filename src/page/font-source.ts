import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FontFamily } from "./font-family.js";
import { locate, sheetOf } from "./installed-fonts.js";
import { surveyFont } from "./survey-font.js";

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

const RULE = /@font-face\s*{[^}]*?url\(\.\/(files\/[^)]+\.woff2)\)[^}]*?unicode-range:\s*([^;}]+)/g;

/** The files of a family, as its package lists them or as the tokens name them. */
export function findFonts(family: FontFamily): FontSource[] {
  return "files" in family ? ownFonts(family) : packagedFonts(family);
}

/** Absolute path of a family's licence, where it has one. */
export function licenceFile(family: FontFamily): string | undefined {
  if ("files" in family) return family.licence && locate(family.licence);
  const [face] = family.faces;
  return face && join(dirname(locate(sheetOf(family.package, face))), "LICENSE");
}

function packagedFonts({ package: name, faces, range }: Extract<FontFamily, { package: string }>): FontSource[] {
  return faces.flatMap((face) => {
    const sheet = locate(sheetOf(name, face));
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

/** `U+20-7E,U+A0-17F` of the characters that a font file has. */
function rangeOf(path: string): string {
  const spans: { first: number; last: number }[] = [];
  for (const code of surveyFont(path).characters) {
    const span = spans.at(-1);
    if (span && code === span.last + 1) span.last = code;
    else spans.push({ first: code, last: code });
  }
  return spans.map(({ first, last }) => `U+${toHex(first)}${last > first ? `-${toHex(last)}` : ""}`).join(",");
}

function toHex(code: number): string {
  return code.toString(16).toUpperCase();
}
