import type { Element } from "xast";
import { elementsOf, exchange } from "./xml-tree.js";

/** Fields that only show what Word knows itself, by their first word (ECMA-376, 17.16.5); others fetch or run something. */
const QUIET_FIELD =
  /^\s*(PAGE|NUMPAGES|SECTIONPAGES|SECTION|TITLE|SUBJECT|AUTHOR|KEYWORDS|COMMENTS|STYLEREF|DOCPROPERTY|DATE|TIME|SAVEDATE|CREATEDATE|PRINTDATE)\b/i;
const ACTIVE: Readonly<Record<string, string>> = {
  "w:object": "embedded objects",
  "w:control": "ActiveX controls",
  "w:altChunk": "imported documents",
  "w:subDoc": "imported documents",
};
/** What refers to parts or places that are not taken over. */
const POINTS = new Set([
  "w:bookmarkStart",
  "w:bookmarkEnd",
  "w:commentRangeStart",
  "w:commentRangeEnd",
  "w:commentReference",
]);
/** They hold words, which stay. */
const WRAPPERS = new Set(["w:hyperlink", "w:smartTag"]);

/**
 * A header or footer in which nothing runs and nothing is fetched: objects, controls, links and active fields are left
 * out; their words stay.
 * @param isInside whether a relationship leads to a part that is taken over with it
 */
export function makeInert(part: Element, isInside: (id: string) => boolean): { part: Element; dropped: string[] } {
  const dropped = new Set<string>();
  const kept = exchange(part, (element) => {
    const { name, attributes } = element;
    const what = ACTIVE[name];
    if (what !== undefined) return drop(what);
    if (POINTS.has(name)) return [];
    if (WRAPPERS.has(name)) return [...elementsOf(element)];
    if (name === "w:fldSimple" && !QUIET_FIELD.test(attributes["w:instr"] ?? "")) {
      dropped.add("active fields");
      return [...elementsOf(element)];
    }
    // The text that a field shows stays; without its instruction it does nothing. An instruction that is cut in two is
    // treated as unknown.
    if (name === "w:instrText" && !QUIET_FIELD.test(textOf(element))) return drop("active fields");
    if (name === "w:drawing" || name === "w:pict")
      return leadsOut(element, isInside) ? drop("pictures from outside") : undefined;
    return undefined;
  });
  return { part: kept, dropped: [...dropped] };

  function drop(what: string): [] {
    dropped.add(what);
    return [];
  }
}

/** Whether anything in a drawing names a part that is not taken over. */
function leadsOut(element: Element, isInside: (id: string) => boolean): boolean {
  const ids = ["r:embed", "r:link", "r:id", "r:pict", "o:relid"].flatMap((key) => element.attributes[key] ?? []);
  return ids.some((id) => id !== "" && !isInside(id)) || elementsOf(element).some((child) => leadsOut(child, isInside));
}

function textOf(element: Element): string {
  return element.children.map((child) => (child.type === "text" ? child.value : "")).join("");
}
