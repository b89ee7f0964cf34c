import type { Element } from "hast";
import { hasClass } from "../../../page/class-names.js";
import { type ElementPass, eachElement } from "./pass.js";

/** Says what the pattern is (EPUB Structural Semantics 1.1, DPUB-ARIA 1.1). */
export const markPattern: ElementPass = (element) => {
  if (element.tagName === "article") markChapter(element);
  else if (element.tagName === "footer") element.tagName = "section";
};

/** ARIA in HTML allows `doc-chapter` on a section, not on an article. */
function markChapter(article: Element): void {
  article.tagName = "section";
  Object.assign(article.properties, { "epub:type": "chapter", role: "doc-chapter" });
  const place = findTitle(article);
  if (!place) return;
  const { title, parent } = place;
  // No id of a body has a full stop in it: these are the only of their names.
  const id = `${String(article.properties.id ?? "pattern")}.title`;
  title.properties.id = id;
  const number = groupNumber(title, parent);
  if (number) number.properties.id = `${id}.number`;
  article.properties.ariaLabelledBy = number ? [`${id}.number`, id] : [id];
}

/**
 * Number and title are one heading, in the order in which the contents have them (HTML Living Standard, 4.3.7).
 * @returns the number, where it stands right before the title
 */
function groupNumber(title: Element, parent: Element): Element | undefined {
  const at = parent.children.indexOf(title);
  const before = parent.children.findLastIndex((child, place) => place < at && child.type === "element");
  const number = parent.children[before];
  if (number?.type !== "element" || !hasClass(number, "number")) return undefined;
  const children = parent.children.slice(before, at + 1);
  parent.children.splice(before, children.length, { type: "element", tagName: "hgroup", properties: {}, children });
  return number;
}

function findTitle(article: Element): { title: Element; parent: Element } | undefined {
  let found: ReturnType<typeof findTitle>;
  eachElement(article, (parent) => {
    const title = parent.children.find((child) => child.type === "element" && child.tagName === "h1");
    if (title?.type === "element") found ??= { title, parent };
  });
  return found;
}
