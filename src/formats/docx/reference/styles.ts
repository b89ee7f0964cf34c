import type { Element } from "xast";
import { present } from "../../../library/present.js";
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
  const owners = new Map(stylesIn(own).map((style) => [nameOf(style), style]));
  const chosen = chooseStyles(stylesIn(reference), owners);
  const taken = new Set([...owners.values()].map((style) => idOf(style).toLowerCase()));
  const ids = new Map<string, string>();
  for (const [name, style] of chosen) {
    const id = owners.has(name) ? idOf(present(owners.get(name), "the style", name)) : freeId(idOf(style), taken);
    taken.add(id.toLowerCase());
    if (id !== idOf(style)) ids.set(idOf(style), id);
  }
  // What stands for a style of the same name goes by its id.
  for (const style of stylesIn(reference)) {
    const first = chosen.get(nameOf(style));
    if (first && first !== style) ids.set(idOf(style), ids.get(idOf(first)) ?? idOf(first));
  }
  const added = stylesIn(own).filter((style) => !chosen.has(nameOf(style)));
  const kept = reference.children.filter(
    (child) => child.type !== "element" || child.name !== "w:style" || chosen.get(nameOf(child)) === child,
  );
  const renamed = setLanguage(withoutCircles(renameStyles({ ...reference, children: kept }, ids)), language);
  return { xml: printPart({ ...renamed, children: [...renamed.children, ...added] }), ids };
}

/**
 * One style of each name: LibreOffice writes its own `Caption` beside Word's `caption`, which are one to Word. The one that
 * is spelt as ours is it, else the first. One of another kind than ours is none of ours: it is left out.
 */
function chooseStyles(styles: readonly Element[], owners: ReadonlyMap<string, Element>): Map<string, Element> {
  const chosen = new Map<string, Element>();
  // Google Docs writes two styles of one id: a name would lead to either.
  const first = new Map(styles.toReversed().map((style) => [idOf(style), style]));
  for (const style of styles) {
    const name = nameOf(style);
    const owner = owners.get(name);
    if (first.get(idOf(style)) !== style) continue;
    if (owner && owner.attributes["w:type"] !== style.attributes["w:type"]) continue;
    if (!chosen.has(name) || (owner && writtenName(style) === writtenName(owner))) chosen.set(name, style);
  }
  return chosen;
}

/** Word takes ids that differ in their capitals for one. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let number = 1; taken.has(free.toLowerCase()); number++) {
    free = `${id}-reference${number > 1 ? String(number) : ""}`;
  }
  return free;
}

/** A style that was based on the other of its name would be based on itself. */
function withoutCircles(sheet: Element): Element {
  const children = sheet.children.map((child) => {
    if (child.type !== "element" || child.name !== "w:style") return child;
    const isCircle = (part: Element): boolean =>
      (part.name === "w:basedOn" || part.name === "w:link") && part.attributes["w:val"] === idOf(child);
    return { ...child, children: child.children.filter((part) => part.type !== "element" || !isCircle(part)) };
  });
  return { ...sheet, children };
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
  return writtenName(style).toLowerCase();
}

function writtenName(style: Element): string {
  return childNamed(style, "w:name")?.attributes["w:val"] ?? "";
}
