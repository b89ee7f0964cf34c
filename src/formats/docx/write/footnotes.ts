import type { Story } from "../model.js";
import { writeParagraph } from "./blocks.js";
import { TEXT } from "./namespaces.js";
import type { Press } from "./press.js";
import { writeRun } from "./runs.js";
import { SEPARATORS } from "./settings.js";
import { element, xmlPart } from "./xml.js";

/** `word/footnotes.xml` (ECMA-376, 17.11): the notes by number, after the lines that part them from the text. */
export function writeFootnotes(notes: Story["notes"], press: Press): string {
  const number = writeRun({ style: "FootnoteReference" }, "<w:footnoteRef/>");
  return xmlPart(
    "w:footnotes",
    TEXT,
    ...Object.entries(SEPARATORS).map(([type, id]) =>
      element(
        "w:footnote",
        { "w:type": type, "w:id": id },
        `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${type}/></w:r></w:p>`,
      ),
    ),
    ...[...notes].map(([id, paragraphs]) =>
      element(
        "w:footnote",
        { "w:id": id },
        ...paragraphs.map((paragraph, at) => writeParagraph(paragraph, press, "", at === 0 ? number : "")),
      ),
    ),
  );
}
