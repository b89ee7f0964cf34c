import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Chapter } from "../../../library/library.js";
import type { NumberedPattern } from "../../../library/pattern.js";
import { showGroup } from "../../../page/groups.js";
import { numberRanges } from "../../../page/matter/number-ranges.js";
import type { Press } from "../press.js";

/** The chapter that a pattern is the first of. */
function chapterAt({ library }: Pick<Press, "library">, pattern: NumberedPattern): Chapter | undefined {
  return library.parts.flatMap(({ chapters }) => chapters).find(({ patterns: [first] }) => first === pattern);
}

/** The text that opens a chapter with a pattern, as HTML. */
export function openingAt(press: Pick<Press, "library" | "texts">, pattern: NumberedPattern): string | undefined {
  if (press.texts.openings.size === 0) return undefined;
  const chapter = chapterAt(press, pattern);
  return chapter && press.texts.openings.get(chapter);
}

/** The head of a chapter, where a pattern is the first of one: its name, the numbers of its patterns, what opens it. */
export function composeChapterHead(press: Press, pattern: NumberedPattern): Element[] {
  const { library, context } = press;
  const chapter = chapterAt(press, pattern);
  if (chapter?.name === undefined) return [];
  const { locale, templates } = context;
  const { language, direction } = locale;
  const html = templates.render("book/chapter", {
    words: locale.words,
    // It stands on the page of the pattern, which may be in another language than the book.
    ...{ language, direction, abroad: (pattern.language ?? language) !== language },
    ...showGroup(locale, library.by[1], chapter),
    text: press.texts.openings.get(chapter) ?? "",
    several: chapter.patterns.length > 1,
    numbers: numberRanges(chapter.patterns.map(({ number }) => number)),
  });
  return fromHtml(html, { fragment: true }).children.filter((node) => node.type === "element");
}
