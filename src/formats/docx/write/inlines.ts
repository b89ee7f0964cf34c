import {
  BookmarkEnd,
  BookmarkStart,
  ColumnBreak,
  ConcreteHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  PageNumber,
  SimpleField,
  Tab,
  TextRun,
  type XmlComponent,
} from "docx";
import type { Field, Inline, Link } from "../model.js";
import { writeControl } from "./control.js";
import { writePicture } from "./drawing.js";
import type { PartContext } from "./part-context.js";
import { formatOf, writeText } from "./runs.js";

const FIELDS: Readonly<Record<Field["shows"], (typeof PageNumber)[keyof typeof PageNumber]>> = {
  page: PageNumber.CURRENT,
  pages: PageNumber.TOTAL_PAGES,
  "section-pages": PageNumber.TOTAL_PAGES_IN_SECTION,
};

/** Text, links, pictures and marks: what stands in a paragraph. */
export function writeInlines(inlines: readonly Inline[], part: PartContext): XmlComponent[] {
  return inlines.flatMap((inline) => writeInline(inline, part));
}

function writeInline(inline: Inline, part: PartContext): XmlComponent[] {
  switch (inline.kind) {
    case "text":
      return writeText(inline.value, inline.marks, part.formats);
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
      return [writeControl(inline, part)];
    case "note":
      return [new FootnoteReferenceRun(inline.number)];
    case "bookmark":
      // The package counts bookmarks through all documents of a process: here each has its own numbers.
      return [new BookmarkStart(inline.name, inline.number), new BookmarkEnd(inline.number)];
    case "link":
      return writeLink(inline, part);
    case "picture":
      return writePicture(inline, part);
  }
}

/** A link within the document. The package takes nothing but its own classes in it. */
class Inward extends InternalHyperlink {
  constructor(anchor: string, content: readonly XmlComponent[]) {
    super({ anchor, children: [] });
    this.root.push(...content);
  }
}

/** A link to the address of a relationship. */
class Outward extends ConcreteHyperlink {
  constructor(id: string, content: readonly XmlComponent[]) {
    super([], id);
    this.root.push(...content);
  }
}

/** A link; bookmarks in it stand before it: LibreOffice loses those within. */
function writeLink({ to, children }: Link, part: PartContext): XmlComponent[] {
  const marks = children.filter(({ kind }) => kind === "bookmark");
  const content = writeInlines(
    children.filter(({ kind }) => kind !== "bookmark"),
    part,
  );
  return [
    ...writeInlines(marks, part),
    "bookmark" in to ? new Inward(to.bookmark, content) : new Outward(part.addresses.idOf(to.href), content),
  ];
}
