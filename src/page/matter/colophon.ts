import type { Library } from "../../library/pattern.js";
import type { Locale } from "../locale.js";
import type { Templates } from "../templates.js";
import { viewLeftOut } from "./left-out.js";

/**
 * What the colophon says of the making of the book.
 * @param program that made it, with its version
 */
export function viewColophon(
  library: Library,
  { templates, locale, date, program }: { templates: Templates; locale: Locale; date: Date; program: string },
): object {
  const excluded = viewLeftOut(library, locale);
  const { text, label, code } = templates.tokens.fonts;
  const day = new Intl.DateTimeFormat(locale.language, { dateStyle: "long", timeZone: "UTC" });
  return {
    faces: { text: text.family, label: label.family, code: code.family },
    program,
    date: day.format(date),
    published: library.patterns.length,
    whole: library.byId.size,
    complete: excluded.length === 0 && library.byId.size === library.patterns.length,
    files: excluded,
  };
}
