import type { Bookmark, Field, Inline, Link } from "../model.js";
import { writePicture } from "./drawing.js";
import type { Press } from "./press.js";
import { writeRun, writeText } from "./runs.js";
import { element } from "./xml.js";

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
  const mark = (type: string): string => writeRun(marks, element("w:fldChar", { "w:fldCharType": type }));
  const code = writeRun(marks, `<w:instrText xml:space="preserve"> ${FIELDS[shows]} </w:instrText>`);
  return mark("begin") + code + mark("separate") + writeText("1", marks) + mark("end");
}
