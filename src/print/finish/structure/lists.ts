import type { StructureElement, StructureKid } from "./tree.js";

const OF_A_LIST: ReadonlySet<string> = new Set(["L", "LI", "Caption"]);

/**
 * ISO 14289-1, 7.9: a note is one. Chromium takes the items of a list of notes for nothing; each becomes a note with its
 * label, and their list, which may hold items only, a division.
 */
export function notesOfList(element: StructureElement): StructureElement {
  if (element.role !== "L" || !element.kids.some(isNote)) return element;
  return { ...element, role: "Div", kids: element.kids.map((kid) => (isNote(kid) ? { ...kid, role: "Note" } : kid)) };
}

function isNote(kid: StructureKid): kid is StructureElement {
  return kid.kind === "element" && !OF_A_LIST.has(kid.role);
}

/** ISO 14289-1, 7.6: an item holds its label and its body. */
export function bodyOfItem(element: StructureElement): StructureElement {
  if (element.role !== "LI") return element;
  const isPart = (role: string): boolean => role === "Lbl" || role === "LBody";
  const parts = element.kids.filter((kid) => kid.kind === "element" && isPart(kid.role));
  const rest = element.kids.filter((kid) => kid.kind !== "element" || !isPart(kid.role));
  if (rest.length === 0) return element;
  return { ...element, kids: [...parts, { kind: "element", role: "LBody", kids: rest }] };
}
