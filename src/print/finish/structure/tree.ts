import type { PDFDict, PDFRef } from "@cantoo/pdf-lib";
import type { Mark } from "../../marks.js";

/** An element of a structure tree (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  kind: "element";
  /** Its type: `P`, `H1`, `Table` … (14.8.4). */
  role: string;
  /** Everything about it but type, parent, page and children; none where the element is new. */
  attributes?: PDFDict;
  /** Its object in the file; none where the element is new. */
  ref?: PDFRef;
  /** What the print was marked with there, once it is taken. */
  mark?: Mark;
  kids: readonly StructureKid[];
}

/** A sequence of marked content on a page (14.7.4.2). */
export interface MarkedContent {
  kind: "content";
  page: PDFRef;
  id: number;
}

/** An annotation that belongs to an element (14.7.4.3). */
export interface ObjectReference {
  kind: "object";
  page: PDFRef;
  object: PDFRef;
}

export type StructureKid = StructureElement | MarkedContent | ObjectReference;

/** Numbers of marked content, by page. */
export type ContentByPage = ReadonlyMap<PDFRef, ReadonlySet<number>>;

/** Rebuilds a tree from its leaves up. */
export function mapElements(
  element: StructureElement,
  change: (element: StructureElement) => StructureElement,
): StructureElement {
  const kids = element.kids.map((kid) => (kid.kind === "element" ? mapElements(kid, change) : kid));
  return change({ ...element, kids });
}

export function withoutContent(element: StructureElement, dropped: ContentByPage): StructureElement {
  return mapElements(element, (parent) => ({
    ...parent,
    kids: parent.kids.filter((kid) => kid.kind !== "content" || !dropped.get(kid.page)?.has(kid.id)),
  }));
}

const DRAWN: ReadonlySet<string> = new Set(["Figure", "Formula", "Lbl"]);

/** Content that means something though it holds neither text nor a picture: drawings, and the marks of list items. */
export function listMeaningfulDrawings(root: StructureElement): ContentByPage {
  const found = new Map<PDFRef, Set<number>>();
  const visit = (kid: StructureKid, within: boolean): void => {
    if (kid.kind === "element") {
      const drawing = within || DRAWN.has(kid.role);
      for (const inner of kid.kids) visit(inner, drawing);
    } else if (kid.kind === "content" && within) {
      const ids = found.get(kid.page) ?? new Set();
      found.set(kid.page, ids.add(kid.id));
    }
  };
  visit(root, false);
  return found;
}
