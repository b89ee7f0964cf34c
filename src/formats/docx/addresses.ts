import type { Library } from "../../library/library.js";
import type { Pattern, PatternId } from "../../library/pattern.js";
import { findWebPage } from "../../library/web-address.js";
import type { EditionAddresses } from "../../page/edition-addresses.js";
import { nameOfPlace } from "./bookmarks.js";

/**
 * The file of each published pattern: `014-seed-library.docx`. Numbers have as many digits as the library's largest, at
 * least three, so that folders list them in the book's order. A slug holds nothing that a file system refuses, no dot at
 * its end, no capital; behind its number it is no name of a device.
 */
export function nameHandouts({ patterns, byId }: Library): Map<PatternId, string> {
  const digits = Math.max(3, String(byId.size).length);
  return new Map(patterns.map(({ id, number, slug }) => [id, `${String(number).padStart(digits, "0")}-${slug}.docx`]));
}

/** How handouts address things: a pattern by its page on the web, else by the file beside this one. */
export function addressHandouts(library: Library, names: ReadonlyMap<PatternId, string>): EditionAddresses {
  return {
    numbersMentions: true,
    href(id, anchor) {
      const page = pageOf(library.byId.get(id));
      if (anchor === undefined) return page ?? names.get(id);
      if (page) return onPage(page, anchor);
      const file = names.get(id);
      return file && `${file}#${nameOfPlace(anchor)}`;
    },
    // There is no handout of a text of the book.
    text: (id, anchor) => onPage(pageOf(library.texts.byId.get(id)), anchor),
    // By content, so that what is cached holds on every machine.
    image: ({ sha256 }) => sha256,
    drawing: (hash) => hash,
  };
}

/** On the web a place has the name that stands behind the pattern's in our ids. */
function onPage(page: string | undefined, anchor: string | undefined): string | undefined {
  if (page === undefined || anchor === undefined || page.includes("#")) return page;
  return `${page}#${anchor.slice(anchor.indexOf("--") + 2)}`;
}

function pageOf(pattern: Pattern | undefined): string | undefined {
  return pattern && findWebPage(pattern);
}
