import type { Library } from "../../library/library.js";
import { dayOf } from "../edition-date.js";
import type { Locale } from "../locale.js";
import type { Templates } from "../templates.js";
import { type UsedFaces, viewFaces } from "./faces.js";
import { viewLeftOut } from "./left-out.js";

interface Making extends UsedFaces {
  templates: Templates;
  locale: Locale;
  date: Date;
  /** That made it, with its version. */
  program: string;
}

/** What the colophon says of the making of the book. */
export function viewColophon(library: Library, { templates, locale, date, program, ...used }: Making): object {
  const excluded = viewLeftOut(library, locale);
  return {
    faces: viewFaces(templates.tokens, used, locale),
    program,
    date: dayOf(date, locale.language),
    published: library.patterns.length,
    whole: library.byId.size,
    complete:
      excluded.length === 0 &&
      library.byId.size === library.patterns.length &&
      !library.leftOut.some(({ why }) => why === "language"),
    files: excluded,
  };
}
