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
 * Reading systems show an aside of this kind in a pop-up where its call is tapped, and some show it nowhere else: it
 * brings its number along, which a list would leave behind.
 */
function markFootnotes(section: Element): void {
  Object.assign(section.properties, { "epub:type": "footnotes", role: "doc-endnotes" });
  section.children = section.children.flatMap((child) => {
    if (child.type !== "element" || child.tagName !== "ol") return [child];
    return child.children.filter((item) => item.type === "element").map((item, at) => toNote(item, at + 1));
  });
}

/** One that nothing calls is none to a reading system, which would hide it until it is called. */
function toNote(item: Element, number: number): Element {
  const { properties, children } = item;
  const { id, dataBlock } = properties;
  const mark: Element = {
    type: "element",
    tagName: "span",
    properties: { className: ["note-number"] },
    children: [{ type: "text", value: isUncalled(item) ? "* " : `${number}. ` }],
  };
  const [first] = children.filter((child) => child.type === "element");
  if (first?.tagName === "p") first.children.unshift(mark);
  const numbered = first?.tagName === "p" ? children : [mark, ...children];
  return {
    type: "element",
    tagName: isUncalled(item) ? "div" : "aside",
    properties: {
      ...(id === undefined ? {} : { id }),
      ...(dataBlock === undefined ? {} : { dataBlock }),
      ...(isUncalled(item) ? {} : { "epub:type": "footnote", role: "doc-footnote" }),
    },
    children: numbered,
  };
}
