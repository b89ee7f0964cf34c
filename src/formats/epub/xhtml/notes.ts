import type { Element } from "hast";
import { isFootnoteCall, isFootnoteReturn, isFootnotes } from "../../../library/body/footnotes.js";
import { type Locale, word } from "../../../page/locale.js";
import { hasClass } from "./class-names.js";
import { type ElementPass, eachElement } from "./pass.js";

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

/** A list item may not have a role of its own: the note is a `div` in it, and takes its id. */
function markFootnotes(section: Element): void {
  Object.assign(section.properties, { "epub:type": "footnotes", role: "doc-endnotes" });
  eachElement(section, (item) => {
    if (item.tagName !== "li" || typeof item.properties.id !== "string") return;
    const { id, ...properties } = item.properties;
    const note: Element = {
      type: "element",
      tagName: "div",
      properties: { id, "epub:type": "footnote", role: "doc-footnote" },
      children: item.children,
    };
    item.properties = properties;
    item.children = [note];
  });
}
