import {
  Bookmark,
  BookmarkEnd,
  BookmarkStart,
  ColumnBreak,
  ConcreteHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  PageNumber,
  type ParagraphChild,
  SimpleField,
  Tab,
  TextRun,
} from "docx";
import type { Field, Inline, Link, Bookmark as Mark } from "../model.js";
import { writeControl } from "./control.js";
import { writePicture } from "./drawing.js";
import type { Press } from "./press.js";
import { formatOf, writeText } from "./runs.js";

/** A point to link to. The docx package counts bookmarks through all documents of a process: here each has its own. */
class NumberedBookmark extends Bookmark {
  override readonly start: BookmarkStart;
  override readonly end: BookmarkEnd;

  constructor({ name, number }: Mark) {
    super({ id: name, children: [] });
    this.start = new BookmarkStart(name, number);
    this.end = new BookmarkEnd(number);
  }
}

const FIELDS: Readonly<Record<Field["shows"], (typeof PageNumber)[keyof typeof PageNumber]>> = {
  page: PageNumber.CURRENT,
  pages: PageNumber.TOTAL_PAGES,
  "section-pages": PageNumber.TOTAL_PAGES_IN_SECTION,
};

/** Text, links, pictures and marks: what stands in a paragraph. */
export function writeInlines(inlines: readonly Inline[], press: Press): ParagraphChild[] {
  return inlines.flatMap((inline) => writeInline(inline, press));
}

function writeInline(inline: Inline, press: Press): ParagraphChild[] {
  switch (inline.kind) {
    case "text":
      return writeText(inline.value, inline.marks);
    case "break":
      return [new TextRun({ break: 1 })];
    case "column":
      return [new ColumnBreak()];
    case "tab":
      return [new TextRun({ children: [new Tab()] })];
    case "field":
      return [new TextRun({ ...formatOf(inline.marks), children: [FIELDS[inline.shows]] })];
    case "page-of":
      return [new SimpleField(`PAGEREF ${inline.bookmark} \\h`, inline.shown)];
    case "control":
      return [writeControl(inline, press)];
    case "note":
      return [new FootnoteReferenceRun(inline.number)];
    case "bookmark":
      return [new NumberedBookmark(inline)];
    case "link":
      return writeLink(inline, press);
    case "picture":
      return writePicture(inline, press);
  }
}

/** A link; bookmarks in it stand before it: LibreOffice loses those within. */
function writeLink({ to, children }: Link, press: Press): ParagraphChild[] {
  const marks = children.filter(({ kind }) => kind === "bookmark");
  const content = writeInlines(
    children.filter(({ kind }) => kind !== "bookmark"),
    press,
  );
  const link =
    "bookmark" in to
      ? new InternalHyperlink({ anchor: to.bookmark, children: content })
      : new ConcreteHyperlink(content, press.addresses.idOf(to.href));
  return [...writeInlines(marks, press), link];
}
