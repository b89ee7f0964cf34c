import { describeFigure } from "./figures.js";
import { flatten } from "./flatten.js";
import { bodyOfItem, notesOfList } from "./lists.js";
import { padRows } from "./tables.js";
import { mapElements, type StructureElement } from "./tree.js";

/**
 * Turns the structure that Chromium writes into one of ISO 14289-1: links are links whatever their role on the web, lists
 * hold items of a label and a body, notes are notes, pictures have words, rows of a table are of one length.
 * @param picture what a picture without words is called
 */
export function repairStructure(root: StructureElement, picture: string): StructureElement {
  const named = mapElements(root, (element) => describeFigure(notesOfList(tagLink(element)), picture));
  return mapElements(flatten(named), (element) => padRows(bodyOfItem(element)));
}

/**
 * ISO 14289-1, 7.18.5: what carries a link's annotation is a Link. Chromium forgets it for the calls of notes and of
 * references, each of which is a Reference (ISO 32000-1, 14.8.4.4) with the link in it.
 */
function tagLink(element: StructureElement): StructureElement {
  if (element.role === "Link" || !element.kids.some(({ kind }) => kind === "object")) return element;
  const { kids, ...call } = element;
  return { ...call, role: "Reference", kids: [{ kind: "element", role: "Link", kids }] };
}
