import { generator } from "../../../version.js";
import type { Press } from "../press.js";

/** What the colophon says of the making of the book. */
export function viewColophon({ library, context: { templates, locale, date } }: Press): object {
  const { text, label, code } = templates.tokens.fonts;
  const day = new Intl.DateTimeFormat(locale.language, { dateStyle: "long", timeZone: "UTC" });
  return {
    faces: { text: text.family, label: label.family, code: code.family },
    program: generator(),
    date: day.format(date),
    published: library.patterns.length,
    whole: library.byId.size,
  };
}
