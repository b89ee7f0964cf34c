import type { Element } from "hast";

/** A term with what is said of it. */
export interface TermGroup {
  terms: Element[];
  descriptions: Element[];
}

/** Groups `dt` and `dd`, whether or not each group stands in a `div`. */
export function termGroups(list: Element): TermGroup[] {
  const entries: TermGroup[] = [];
  for (const child of list.children) {
    if (child.type !== "element") continue;
    const last = entries.at(-1);
    if (child.tagName === "dd" && last) last.descriptions.push(child);
    else if (child.tagName === "dd") entries.push({ terms: [], descriptions: [child] });
    else if (child.tagName === "dt" && last?.descriptions.length === 0) last.terms.push(child);
    else if (child.tagName === "dt") entries.push({ terms: [child], descriptions: [] });
    else entries.push(...termGroups(child));
  }
  return entries;
}
