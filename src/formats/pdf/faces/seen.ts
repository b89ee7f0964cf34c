import { readFile } from "node:fs/promises";
import * as fontkit from "fontkit";
import type { FontFile } from "../../../page/fonts.js";

// Spaces, and signs that steer others and are not seen themselves: joiners, marks of direction, selectors of variants.
const UNSEEN = /[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}]/u;
/** Whether a character beyond Basic Latin leaves ink. */
export function isSeen(character: string): boolean {
  return character > "\x7f" && !UNSEEN.test(character);
}

/** Looks characters up in the fonts' tables: the ranges that their packages give hold more than the fonts do. */
export function openFonts(): (font: FontFile, character: string) => Promise<boolean> {
  const open = new Map<string, Promise<fontkit.Font | fontkit.FontCollection>>();
  return async ({ path }, character) => {
    const opening = open.get(path) ?? readFile(path).then((bytes) => fontkit.create(bytes));
    open.set(path, opening);
    const font = await opening;
    return "hasGlyphForCodePoint" in font && font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  };
}
