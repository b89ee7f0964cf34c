import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { NumberedPattern } from "../../../library/pattern.js";
import { showGroup } from "../../../page/groups.js";
import { numberRanges } from "../../../page/matter/number-ranges.js";
import type { Press } from "../press.js";

/** The head of a chapter, where a pattern is the first of one: its name, the numbers of its patterns, what opens it. */
export function composeChapterHead({ library, context, texts }: Press, pattern: NumberedPattern): Element[] {
  const chapter = library.parts.flatMap(({ chapters }) => chapters).find(({ patterns: [first] }) => first === pattern);
  if (chapter?.name === undefined) return [];
  const { locale, templates } = context;
  const { language, direction } = locale;
  const html = templates.render("book/chapter", {
    words: locale.words,
    // It stands on the page of the pattern, which may be in another language than the book.
    ...{ language, direction, abroad: (pattern.language ?? language) !== language },
    ...showGroup(locale, library.by[1], chapter),
    text: texts.openings.get(chapter) ?? "",
    several: chapter.patterns.length > 1,
    numbers: numberRanges(chapter.patterns.map(({ number }) => number)),
  });
  return fromHtml(html, { fragment: true }).children.filter((node) => node.type === "element");
}
