import type { Element } from "hast";
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
  const title = findTitle(article);
  if (!title) return;
  // No id of a body has a full stop in it: this one is the only of its name.
  title.properties.id = `${String(article.properties.id ?? "pattern")}.title`;
  article.properties.ariaLabelledBy = [title.properties.id];
}

function findTitle(article: Element): Element | undefined {
  let title: Element | undefined;
  eachElement(article, (element) => {
    if (element.tagName === "h1") title ??= element;
  });
  return title;
}
