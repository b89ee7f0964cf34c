import type { Element } from "xast";
import { setApart } from "./numbering.js";
import { keepToSchema } from "./schema.js";
import { childNamed, elementsOf, exchange, parsePart, printPart, walk } from "./xml-tree.js";

/** The style sheet of a reference document with what ours has besides, and the ids that its styles go by now. */
export interface MergedStyles {
  xml: string;
  /** Its own id of each style → ours, where the two differ. */
  ids: ReadonlyMap<string, string>;
}

/** Elements that name a style by its id (ECMA-376, 17.7). */
const NAMES_STYLE = new Set([
  "w:basedOn",
  "w:next",
  "w:link",
  "w:pStyle",
  "w:rStyle",
  "w:tblStyle",
  "w:styleLink",
  "w:numStyleLink",
]);

/**
 * Merges style sheets: a style of the reference takes the place of ours of the same name, whatever its id (Word's ids are
 * those of its language: `berschrift1`); styles that it lacks are added.
 * @param theirs `word/styles.xml` of the reference
 * @param ours the same of our own
 * @param language BCP 47; of the text, whatever the reference was written in
 */
export function mergeStyles(theirs: string, ours: string, language: string): MergedStyles | undefined {
  const [given, own] = [parsePart(theirs), parsePart(ours)];
  if (given?.name !== "w:styles" || !own) return undefined;
  const reference = keepToSchema(setApart(given));
  const ownIds = new Map(stylesIn(own).map((style) => [nameOf(style), idOf(style)]));
  const ids = new Map<string, string>();
  const wanted = new Set(ownIds.values());
  for (const style of stylesIn(reference)) {
    const id = ownIds.get(nameOf(style)) ?? (wanted.has(idOf(style)) ? `${idOf(style)}-reference` : idOf(style));
    if (id !== idOf(style)) ids.set(idOf(style), id);
  }
  const known = new Set(stylesIn(reference).map(nameOf));
  const added = stylesIn(own).filter((style) => !known.has(nameOf(style)));
  const renamed = setLanguage(renameStyles(reference, ids), language);
  return { xml: printPart({ ...renamed, children: [...renamed.children, ...added] }), ids };
}

/** The same part with the styles by their new ids. */
export function renameStyles(part: Element, ids: ReadonlyMap<string, string>): Element {
  const rename = (element: Element): Element[] | undefined => {
    const key = element.name === "w:style" ? "w:styleId" : NAMES_STYLE.has(element.name) ? "w:val" : undefined;
    const id = key === undefined ? undefined : ids.get(element.attributes[key] ?? "");
    return key === undefined || id === undefined
      ? undefined
      : [{ ...element, attributes: { ...element.attributes, [key]: id } }];
  };
  return exchange(part, rename);
}

function setLanguage(sheet: Element, language: string): Element {
  const isDefault = new Set(
    elementsOf(sheet)
      .filter(({ name }) => name === "w:docDefaults")
      .flatMap((defaults) => [...walk(defaults)]),
  );
  const given = [...isDefault].find(({ name }) => name === "w:rPr");
  return exchange(sheet, (element) => {
    if (element !== given) return undefined;
    const before = element.children.filter((child) => child.type !== "element" || child.name !== "w:lang");
    const old = childNamed(element, "w:lang")?.attributes ?? {};
    const lang: Element = { type: "element", name: "w:lang", attributes: { ...old, "w:val": language }, children: [] };
    return [{ ...element, children: [...before, lang] }];
  });
}

function stylesIn(sheet: Element): Element[] {
  return elementsOf(sheet).filter(({ name }) => name === "w:style");
}

function idOf({ attributes }: Element): string {
  return attributes["w:styleId"] ?? "";
}

/** Names of styles are the same in every language of Word, whatever their capitals. */
function nameOf(style: Element): string {
  return (childNamed(style, "w:name")?.attributes["w:val"] ?? "").toLowerCase();
}
