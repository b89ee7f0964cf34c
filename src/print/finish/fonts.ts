import { Buffer } from "node:buffer";
import { PDFDict, type PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { readStream, writeStream } from "../streams.js";

/**
 * Corrects what Chromium says about the characters of its fonts, and finds fonts that were not declared.
 * @param families those that were declared
 * @returns the names of fonts that no declared family accounts for
 */
export function repairFonts(document: PDFDocument, families: readonly string[]): string[] {
  const declared = families.map(bareName);
  const stray = new Set<string>();
  for (const font of fontsOf(document)) {
    repairCharacterMap(document, font);
    const name = font.lookupMaybe(PDFName.of("BaseFont"), PDFName)?.decodeText() ?? "unnamed font";
    const bare = bareName(name.replace(/^[A-Z]{6}\+/, ""));
    if (!declared.some((family) => bare.startsWith(family))) stray.add(name);
  }
  return [...stray];
}

function fontsOf({ context }: PDFDocument): PDFDict[] {
  return context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(PDFName.of("Type")) === PDFName.of("Font") ? [object] : [],
    );
}

// A character that is no character, in a line that maps one glyph or, where a range is one glyph long, two.
const TO_NO_CHARACTER = /^((?:<[0-9A-F]{4}> ){1,2})<(?:0000|FEFF|FFFE)>$/gim;
const REPLACEMENT = "$1<FFFD>";

/**
 * ISO 14289-1, 7.21.7 and ISO 19005-3, 6.2.11.7.2: no glyph may stand for U+0000. Chromium writes it for a ligature
 * that occurs only across a soft hyphen, and gives the letters in the text itself.
 */
function repairCharacterMap({ context }: PDFDocument, font: PDFDict): void {
  const stream = context.lookup(font.get(PDFName.of("ToUnicode")));
  if (!(stream instanceof PDFRawStream)) return;
  const map = Buffer.from(readStream(stream)).toString("latin1");
  const repaired = spellLigatures(map.replace(TO_NO_CHARACTER, REPLACEMENT));
  if (repaired !== map) writeStream(stream, Buffer.from(repaired, "latin1"));
}

// A glyph, or a run of them, mapped to the ligatures of Unicode (FB00 and on).
const TO_LIGATURE = /^<([0-9A-F]{4})>( <([0-9A-F]{4})>)? <(FB0[0-6])>$/gim;
const LIGATURES = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
const FIRST_LIGATURE = 0xfb00;

/** A ligature reads as its letters: what is searched for and copied is words. */
function spellLigatures(map: string): string {
  return map.replace(TO_LIGATURE, (_, from: string, through: string | undefined, to = from, code = "") => {
    const count = Number.parseInt(to, 16) - Number.parseInt(from, 16) + 1;
    const targets = Array.from({ length: count }, (__, at) => `<${spell(Number.parseInt(code, 16) + at)}>`);
    return through === undefined ? `<${from}> ${targets.join("")}` : `<${from}>${through} [${targets.join(" ")}]`;
  });
}

/** As UTF-16, in hexadecimal digits. */
function spell(code: number): string {
  const letters = LIGATURES[code - FIRST_LIGATURE] ?? String.fromCharCode(code);
  return [...letters].map((letter) => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")).join("");
}

function bareName(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
}
