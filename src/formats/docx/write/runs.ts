import type { Marks } from "../model.js";
import { element, escapeXml, flag, valued } from "./xml.js";

/** A run of text. Scripts of its own direction or fonts stand in runs of their own. */
export function writeText(value: string, marks: Marks): string {
  return value === "" ? "" : writeRun(marks, `<w:t xml:space="preserve">${escapeXml(value)}</w:t>`);
}

export function writeRun(marks: Marks, content: string): string {
  return `<w:r>${writeMarks(marks)}${content}</w:r>`;
}

/** `w:rPr` in the order of its schema (ECMA-376, 17.3.2.28). Bold and italics hold for every script. */
function writeMarks(marks: Marks): string {
  const { style, bold, italics, strike, underline, superScript, subScript, rightToLeft, language } = marks;
  const properties =
    valued("w:rStyle", style) +
    (bold ? "<w:b/><w:bCs/>" : "") +
    (italics ? "<w:i/><w:iCs/>" : "") +
    flag("w:strike", strike) +
    valued("w:u", underline ? "single" : undefined) +
    valued("w:vertAlign", superScript ? "superscript" : subScript ? "subscript" : undefined) +
    flag("w:rtl", rightToLeft) +
    writeLanguage(language);
  return properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`;
}

function writeLanguage(language: Marks["language"]): string {
  if (!language) return "";
  const { value, eastAsia, bidirectional } = language;
  return element("w:lang", { "w:val": value, "w:eastAsia": eastAsia, "w:bidi": bidirectional });
}
