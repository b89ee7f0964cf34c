import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { NumberedPattern } from "../../../library/pattern.js";
import { numberRanges } from "../../../page/matter/number-ranges.js";
import type { Press } from "../press.js";

/** The head of a chapter, where a pattern is the first of one: its name, the numbers of its patterns, what opens it. */
export function composeChapterHead({ library, context, texts }: Press, pattern: NumberedPattern): Element[] {
  const chapter = library.parts.flatMap(({ chapters }) => chapters).find(({ patterns: [first] }) => first === pattern);
  if (chapter?.name === undefined) return [];
  const { locale, templates } = context;
  const html = templates.render("book/chapter", {
    words: locale.words,
    name: chapter.name,
    text: texts.openings.get(chapter) ?? "",
    several: chapter.patterns.length > 1,
    numbers: numberRanges(chapter.patterns.map(({ number }) => number)),
  });
  return fromHtml(html, { fragment: true }).children.filter((node) => node.type === "element");
}
