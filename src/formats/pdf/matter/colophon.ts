import { listExclusions } from "../../../library/exclusions.js";
import { generator } from "../../../version.js";
import type { Press } from "../press.js";

/**
 * What the colophon says of the making of the book.
 * @param isLast whether it stands in the last volume: that one names the files that were left out
 */
export function viewColophon({ library, context: { templates, locale, date } }: Press, isLast: boolean): object {
  const excluded = listExclusions(library);
  const { text, label, code } = templates.tokens.fonts;
  const day = new Intl.DateTimeFormat(locale.language, { dateStyle: "long", timeZone: "UTC" });
  return {
    faces: { text: text.family, label: label.family, code: code.family },
    program: generator(),
    date: day.format(date),
    published: library.patterns.length,
    whole: library.byId.size,
    complete: excluded.length === 0 && library.byId.size === library.patterns.length,
    files: isLast ? excluded : [],
  };
}
