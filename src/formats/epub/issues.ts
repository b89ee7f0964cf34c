import type { Library, Part } from "../../library/library.js";
import type { NumberedPattern } from "../../library/pattern.js";
import { findWebPage } from "../../library/web-address.js";
import { mintIris } from "../../linked-data/iri.js";
import { NOWHERE } from "../../linked-data/settings.js";
import { partSection } from "../locations.js";
import type { Context } from "./about.js";

/** One e-book: the whole library, or a part of it. */
export interface Issue {
  library: Library;
  /** Its title and its short name are those of the issue. */
  context: Context;
  /** The book that it is a part of, and which. */
  set: { title: string; position: number } | null;
  /** Where on the web a pattern stands that is in another issue. */
  addressOf(pattern: NumberedPattern): string | undefined;
}

/** The e-books that the configuration asks for: one, or one for each part. */
export function listIssues(library: Library, context: Context): Issue[] {
  if (!isSplit(library, context)) return [{ library, context, set: null, addressOf: () => undefined }];
  return library.parts.map((part) => ({
    library: { ...library, parts: [part], patterns: part.chapters.flatMap(({ patterns }) => patterns) },
    context: narrow(context, part),
    set: { title: context.config.book.title, position: part.number },
    addressOf: (pattern) => findAddress(pattern, context),
  }));
}

/** Whether there is more than one e-book. */
export function isSplit({ parts }: Library, { config }: Context): boolean {
  return config.epub.split === "part" && parts.length > 1;
}

/** An issue is a book by itself: title, cover, short name and, made of that, identifier are its own. */
function narrow(context: Context, part: Part): Context {
  const { config, locations } = context;
  const { book } = config;
  const section = partSection(part);
  const own = locations.sections.get(section);
  const { epub: _, ...isbn } = book.isbn;
  return {
    ...context,
    config: {
      ...config,
      book: {
        ...book,
        title: `${book.title}: ${part.name ?? part.number}`,
        slug: `${book.slug}-part-${part.number}`,
        // An ISBN is that of one publication.
        isbn,
      },
    },
    // What stands before and after the parts in print is not what stands before and after this one.
    locations: { ...locations, sections: new Map(own ? [[section, own]] : []) },
  };
}

/** The page that the pattern names, else its address in the dataset, where that is a place on the web. */
function findAddress(pattern: NumberedPattern, { config }: Context): string | undefined {
  const page = findWebPage(pattern);
  if (page !== undefined) return page;
  const { base } = config.dataset;
  return base === NOWHERE ? undefined : mintIris(base).pattern(pattern.slug);
}
