import type { Typography } from "../styles/typography.js";

/** Faces on most machines with Word or LibreOffice that stand in for ours where they are not installed. */
const STAND_INS = {
  serif: "Cambria,Noto Serif,Times New Roman",
  sans: "Segoe UI,Calibri,Noto Sans",
  code: "Consolas,Courier New",
};

/** `word/fontTable.xml`: what to use where a face is not installed (ECMA-376, 17.8.3). Nothing is embedded: the fonts would be ten times the handout. */
export function writeFontTable({ text, display, label, code }: Typography): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
    `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
    font(text, STAND_INS.serif, "roman", "variable") +
    font(display, STAND_INS.serif, "roman", "variable") +
    font(label, STAND_INS.sans, "swiss", "variable") +
    font(code, STAND_INS.code, "modern", "fixed") +
    `</w:fonts>`
  );
}

function font(name: string, standIns: string, family: string, pitch: string): string {
  return (
    `<w:font w:name="${name.replace(/[&<>"]/g, "")}"><w:altName w:val="${standIns}"/>` +
    `<w:charset w:val="00"/><w:family w:val="${family}"/><w:pitch w:val="${pitch}"/></w:font>`
  );
}
