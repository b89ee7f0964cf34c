import type { StructureElement } from "./tree.js";

const OF_A_LIST: ReadonlySet<string> = new Set(["L", "LI", "Caption"]);

/** ISO 14289-1, 7.6: a list holds items. Chromium takes an item with a role on the web, such as a note, for nothing. */
export function itemsOfList(element: StructureElement): StructureElement {
  if (element.role !== "L") return element;
  const kids = element.kids.map((kid) =>
    kid.kind === "element" && !OF_A_LIST.has(kid.role) ? { ...kid, role: "LI" } : kid,
  );
  return { ...element, kids };
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
