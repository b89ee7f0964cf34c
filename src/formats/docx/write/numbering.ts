import type { ListMark } from "../model.js";
import { DEEPEST_LIST, STEP } from "../styles/measures.js";
import { W } from "./namespaces.js";
import { element, valued, xmlPart } from "./xml.js";

/** The lists that the list styles name: the first of every document. */
export const STYLE_LISTS = { bullets: 1, numbers: 2 } as const;

/** The numbered lists of a document, each of which counts for itself. */
export interface Lists {
  /** `w:numPr` for a paragraph of a list. */
  place(mark: ListMark): string;
  /** `word/numbering.xml` (ECMA-376, 17.9). */
  write(others: OtherLists): string;
}

/** Lists of somebody else's styles, as XML (17.9.1 and 17.9.15). */
export interface OtherLists {
  kinds: readonly string[];
  instances: readonly string[];
}

export function openLists(): Lists {
  const instances = new Map<number, { id: number; level: number; start: number }>();
  const idOf = ({ kind, list, level, start }: ListMark): number => {
    if (kind === "bullet") return STYLE_LISTS.bullets;
    const instance = instances.get(list) ?? { id: STYLE_LISTS.numbers + instances.size + 1, level, start };
    instances.set(list, instance);
    return instance.id;
  };
  return {
    place: (mark) => numberOf(idOf(mark), mark.level),
    write: (others) =>
      xmlPart(
        "w:numbering",
        W,
        kind(STYLE_LISTS.bullets, "bullet", (level) => (level % 2 === 0 ? "•" : "–")),
        kind(STYLE_LISTS.numbers, "decimal", (level) => `%${level + 1}.`),
        ...others.kinds,
        instance(STYLE_LISTS.bullets, STYLE_LISTS.bullets),
        instance(STYLE_LISTS.numbers, STYLE_LISTS.numbers),
        ...[...instances.values()].map(({ id, level, start }) =>
          instance(
            id,
            STYLE_LISTS.numbers,
            element("w:lvlOverride", { "w:ilvl": level }, valued("w:startOverride", start)),
          ),
        ),
        ...others.instances,
      ),
  };
}

export function numberOf(list: number, level: number): string {
  return element("w:numPr", {}, valued("w:ilvl", level), valued("w:numId", list));
}

function kind(id: number, format: "bullet" | "decimal", sign: (level: number) => string): string {
  const levels = Array.from({ length: DEEPEST_LIST + 1 }, (_, level) =>
    element(
      "w:lvl",
      { "w:ilvl": level },
      valued("w:start", 1),
      valued("w:numFmt", format),
      valued("w:lvlText", sign(level)),
      valued("w:lvlJc", "left"),
      element("w:pPr", {}, element("w:ind", { "w:left": STEP * (level + 1), "w:hanging": STEP })),
    ),
  );
  return element("w:abstractNum", { "w:abstractNumId": id }, valued("w:multiLevelType", "hybridMultilevel"), ...levels);
}

function instance(id: number, kindId: number, override = ""): string {
  return element("w:num", { "w:numId": id }, valued("w:abstractNumId", kindId), override);
}
