import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { NumberedPattern } from "../../../library/pattern.js";
import { numberRanges } from "../../../page/matter/number-ranges.js";
import type { Press } from "../press.js";

/** The head of a chapter, where a pattern is the first of one: its name and the numbers of its patterns. */
export function composeChapterHead({ library, context }: Press, pattern: NumberedPattern): Element | undefined {
  const chapter = library.parts.flatMap(({ chapters }) => chapters).find(({ patterns: [first] }) => first === pattern);
  if (chapter?.name === undefined) return undefined;
  const { locale, templates } = context;
  const html = templates.render("book/chapter", {
    words: locale.words,
    name: chapter.name,
    several: chapter.patterns.length > 1,
    numbers: numberRanges(chapter.patterns.map(({ number }) => number)),
  });
  return fromHtml(html, { fragment: true }).children.find((node) => node.type === "element");
}
