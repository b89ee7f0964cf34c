import type { Element } from "hast";
import { isFootnoteCall, isFootnoteReturn, isFootnotes, isUncalled } from "../../../library/body/footnotes.js";
import { hasClass } from "../../../page/class-names.js";
import { type Locale, word } from "../../../page/locale.js";
import type { ElementPass } from "./pass.js";

/** Marks notes, citations and the ways to and from them, so that a reading system can show them in a pop-up. */
export const markNotes: ElementPass = (element, locale) => {
  if (isFootnotes(element)) markFootnotes(element);
  if (element.tagName !== "a") return;
  if (isFootnoteCall(element)) mark(element, "noteref");
  else if (hasClass(element, "citation")) mark(element, "biblioref");
  else if (isFootnoteReturn(element) || hasClass(element, "backlink")) markBacklink(element, locale);
};

function mark(link: Element, type: string): void {
  Object.assign(link.properties, { "epub:type": type, role: `doc-${type}` });
}

/** The label of a back link ends in the number of what it leads back to: `2.1` is the first citation of 2. */
function markBacklink(link: Element, locale: Locale): void {
  const number = /[\d.-]+$/.exec(String(link.properties.ariaLabel ?? ""))?.[0] ?? "";
  mark(link, "backlink");
  link.properties.ariaLabel = `${word(locale, "references_back")} ${number}`.trim();
}

/**
 * Notes stand in a list under their heading (EPUB Structural Semantics 1.1: `endnotes`, where `endnote` is deprecated): a reading system that shows a note in
 * a pop-up shows it there too. Asides it would show in the pop-up alone, and leave the heading with nothing under it.
 */
function markFootnotes(section: Element): void {
  Object.assign(section.properties, { "epub:type": "endnotes", role: "doc-endnotes" });
  section.children = section.children.flatMap((child) => {
    if (child.type !== "element" || child.tagName !== "ol") return [child];
    const items = child.children.filter((item) => item.type === "element");
    const called = items.filter((item) => !isUncalled(item));
    return [
      ...(called.length > 0 ? [{ ...child, children: called.map(markNote) }] : []),
      // What nothing calls has no number that leads to it.
      ...(called.length < items.length ? [listUncalled(items.filter(isUncalled))] : []),
    ];
  });
}

/** An item of a list may not have the role of a note (ARIA in HTML): what it holds has. */
function markNote({ properties: { id, ...properties }, children, ...item }: Element): Element {
  const semantics = { ...(id === undefined ? {} : { id }), "epub:type": "footnote", role: "doc-footnote" };
  const note: Element = { type: "element", tagName: "div", properties: semantics, children };
  return { ...item, properties, children: [note] };
}

function listUncalled(items: Element[]): Element {
  return { type: "element", tagName: "ul", properties: { className: ["uncalled"] }, children: items };
}
