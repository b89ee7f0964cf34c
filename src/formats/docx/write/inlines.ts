import type { Bookmark, ContentsMark, Field, Inline, Link, PageOf } from "../model.js";
import { writeControl } from "./control.js";
import { writePicture } from "./drawing.js";
import type { Press } from "./press.js";
import { writeRun, writeText } from "./runs.js";
import { element, escapeXml } from "./xml.js";

/** Text, links, pictures and marks: what stands in a paragraph. */
export function writeInlines(inlines: readonly Inline[], press: Press): string {
  return inlines.map((inline) => writeInline(inline, press)).join("");
}

function writeInline(inline: Inline, press: Press): string {
  switch (inline.kind) {
    case "text":
      return writeText(inline.value, inline.marks);
    case "break":
      return writeRun({}, "<w:br/>");
    case "column":
      return writeRun({}, '<w:br w:type="column"/>');
    case "tab":
      return writeRun({}, "<w:tab/>");
    case "field":
      return writeField(inline);
    case "page-of":
      return writePageOf(inline);
    case "contents":
      return writeContentsMark(inline);
    case "control":
      return writeControl(inline, press);
    case "note":
      return writeRun({ style: "FootnoteReference" }, element("w:footnoteReference", { "w:id": inline.number }));
    case "bookmark":
      return writeBookmark(inline);
    case "link":
      return writeLink(inline, press);
    case "picture": {
      const drawing = writePicture(inline, press);
      return drawing && writeRun({}, drawing);
    }
  }
}

function writeBookmark({ name, number }: Bookmark): string {
  return element("w:bookmarkStart", { "w:id": number, "w:name": name }) + element("w:bookmarkEnd", { "w:id": number });
}

/** A link; bookmarks in it stand before it: LibreOffice loses those within. */
function writeLink({ to, children }: Link, press: Press): string {
  const isMark = ({ kind }: Inline): boolean => kind === "bookmark";
  const target =
    "bookmark" in to
      ? { "w:anchor": to.bookmark }
      : { "r:id": press.relationships.idOf("hyperlink", to.href, "External") };
  const content = writeInlines(
    children.filter((child) => !isMark(child)),
    press,
  );
  return writeInlines(children.filter(isMark), press) + element("w:hyperlink", { ...target, "w:history": 1 }, content);
}

const FIELDS: Readonly<Record<Field["shows"], string>> = {
  page: "PAGE",
  pages: "NUMPAGES",
  "section-pages": "SECTIONPAGES",
};

/** A field with what it shows until the pages are laid out (17.16.18). */
function writeField({ shows, marks }: Field): string {
  return beginField(FIELDS[shows], marks) + writeText("1", marks) + endField(marks);
}

function writePageOf({ bookmark, shown }: PageOf): string {
  return beginField(`PAGEREF ${bookmark} \\h`) + writeText(shown, {}) + endField();
}

/** The contents are those paragraphs whose style is a heading's, by its level; each links to its place (17.16.5.68). */
function writeContentsMark({ edge }: ContentsMark): string {
  return edge === "begin" ? beginField('TOC \\o "1-1" \\h \\z \\u') : endField();
}

function beginField(code: string, marks: Field["marks"] = {}): string {
  const written = writeRun(marks, `<w:instrText xml:space="preserve"> ${escapeXml(code)} </w:instrText>`);
  return fieldMark("begin", marks) + written + fieldMark("separate", marks);
}

function endField(marks: Field["marks"] = {}): string {
  return fieldMark("end", marks);
}

function fieldMark(type: string, marks: Field["marks"]): string {
  return writeRun(marks, element("w:fldChar", { "w:fldCharType": type }));
}
