import {
  Bookmark,
  BookmarkEnd,
  BookmarkStart,
  ColumnBreak,
  ConcreteHyperlink,
  FootnoteReferenceRun,
  ImageRun,
  InternalHyperlink,
  PageNumber,
  type ParagraphChild,
  Tab,
  TextRun,
} from "docx";
import type { Field, Inline, Link, Bookmark as Mark, Picture } from "../model.js";
import type { Press } from "./press.js";

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

/** Text, links, pictures and marks, as the docx package writes them. */
export function writeInlines(inlines: readonly Inline[], press: Press): ParagraphChild[] {
  return inlines.flatMap((inline) => writeInline(inline, press));
}

function writeInline(inline: Inline, press: Press): ParagraphChild[] {
  switch (inline.kind) {
    case "text":
      return inline.value === "" ? [] : [new TextRun({ ...inline.marks, text: inline.value })];
    case "break":
      return [new TextRun({ break: 1 })];
    case "column":
      return [new ColumnBreak()];
    case "tab":
      return [new TextRun({ children: [new Tab()] })];
    case "field":
      return [new TextRun({ ...inline.marks, children: [FIELDS[inline.shows]] })];
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

/** A link; bookmarks in it stand before it, for the package writes none within. */
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

function writePicture({ address, width, height, alt }: Picture, press: Press): ParagraphChild[] {
  const picture = press.pictures.get(address);
  if (!picture) return [];
  const number = press.nextPicture();
  const place = {
    transformation: { width, height },
    altText: { id: String(number), name: `Picture ${number}`, description: alt },
  };
  if (picture.type !== "svg") return [new ImageRun({ ...picture, ...place })];
  return [new ImageRun({ ...picture, ...place, fallback: { type: "png", data: picture.fallback } })];
}
