import type { Marks } from "../model.js";
import { divideScripts } from "./scripts.js";
import { element, escapeXml, flag, valued } from "./xml.js";

/** A run of text. Scripts of its own direction or fonts stand in runs of their own. */
export function writeText(value: string, marks: Marks): string {
  if (value === "") return "";
  return divideScripts(value, marks)
    .map(({ text, marks: own, hint }) => writeRun(own, `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`, hint))
    .join("");
}

export function writeRun(marks: Marks, content: string, hint?: "eastAsia"): string {
  return `<w:r>${writeMarks(marks, hint)}${content}</w:r>`;
}

/** `w:rPr` in the order of its schema (ECMA-376, 17.3.2.28). Bold and italics hold for every script. */
function writeMarks(marks: Marks, hint: "eastAsia" | undefined): string {
  const { style, bold, italics, strike, underline, superScript, subScript, rightToLeft, language } = marks;
  const properties =
    valued("w:rStyle", style) +
    (hint ? element("w:rFonts", { "w:hint": hint }) : "") +
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
