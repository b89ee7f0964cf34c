import { PDFHexString, PDFName } from "@cantoo/pdf-lib";
import type { StructureElement, StructureKid } from "./tree.js";

const ALT = PDFName.of("Alt");

// What a `figure` of HTML may hold besides a picture.
const BLOCKS: ReadonlySet<string> = new Set([
  "P",
  "L",
  "Table",
  "BlockQuote",
  "Figure",
  "Code",
  "H1",
  "H2",
  "H3",
  "H4",
  "H5",
  "H6",
]);

/**
 * ISO 14289-1, 7.3: a Figure has words in its stead. Where Chromium tags a `figure` of HTML so, the picture in it has the
 * words, and the figure is no more than a group.
 */
export function describeFigure(element: StructureElement, picture: string): StructureElement {
  if (element.role !== "Figure" || element.attributes?.has(ALT)) return element;
  if (element.kids.some(holdsBlocks)) return { ...element, role: "Div" };
  element.attributes?.set(ALT, PDFHexString.fromText(picture));
  return element;
}

function holdsBlocks(kid: StructureKid): boolean {
  return kid.kind === "element" && (BLOCKS.has(kid.role) || kid.kids.some(holdsBlocks));
}
