import type { Library } from "../../library/library.js";
import { standings } from "../../library/matter.js";
import type { NumberedPattern, PatternId } from "../../library/pattern.js";
import { findWebPage } from "../../library/web-address.js";
import { mintIris } from "../../linked-data/iri.js";
import { partLabel } from "../../page/groups.js";
import { unmarked } from "../../page/languages/marks.js";
import { word } from "../../page/locale.js";
import { numberRanges } from "../../page/matter/number-ranges.js";
import { volumeTitle } from "../../page/volume-title.js";
import { partSection } from "../locations.js";
import type { Context } from "./about.js";
import { divide } from "./set/divide-library.js";
import { nameVolumes } from "./set/printed-volumes.js";
import { narrowParts } from "./set/volumes.js";

/** One e-book: the whole library, or a part of it. */
export interface Issue {
  library: Library;
  /** Its title and its short name are those of the issue. */
  context: Context;
  /** The set that it is a part of, and which; null where there is one e-book. */
  set: { title: string; position: number; books: readonly SetBook[] } | null;
  /** Where on the web a pattern stands that is in another issue. */
  addressOf(pattern: NumberedPattern): string | undefined;
  /** What the book of the set is called that has a pattern or a text, in the midst of a sentence: `volume 3`. */
  bookOf(id: PatternId): string | undefined;
}

/** An e-book of a set. */
export interface SetBook {
  /** From 1. */
  position: number;
  title: string;
  slug: string;
  /** As another book of the set names it: `volume 3`, `Part Two: Practice`. */
  label: string;
  patterns: readonly NumberedPattern[];
  /** Of its patterns: `3–7`. */
  numbers: string;
  /** The names of the parts that it has something of. */
  parts: readonly string[];
}

/** The e-books that the configuration asks for, or that the size of the library does. */
export function listIssues(library: Library, context: Context): Issue[] {
  const books = listBooks(library, context);
  if (books.length < 2) {
    const whole = { ...context, locations: nameVolumes(context.locations) };
    return [{ library, context: whole, set: null, addressOf: () => undefined, bookOf: () => undefined }];
  }
  const at = placeAll(library, books);
  const { title } = context.config.book;
  return books.map((book) => {
    const parts = narrowParts(library.parts, new Set(book.patterns.map(({ id }) => id)));
    return {
      library: { ...library, parts, patterns: book.patterns },
      context: narrow(context, library, book),
      set: { title, position: book.position, books },
      addressOf: (pattern) => findAddress(pattern, context),
      bookOf: (id) => at.get(id)?.label,
    };
  });
}

/** The books of a set, named as what they were divided by. */
function listBooks(library: Library, context: Context): SetBook[] {
  const { by, groups } = divide(library, context);
  const { config, locale } = context;
  const { book } = config;
  return groups.map((patterns, index) => {
    const position = index + 1;
    const parts = narrowParts(library.parts, new Set(patterns.map(({ id }) => id)));
    const [part] = parts;
    const names = parts.flatMap(({ name }) => name ?? []);
    const shared = { position, patterns, numbers: numberRanges(patterns.map(({ number }) => number)), parts: names };
    if (by === "part" && part) {
      const name = part.name ?? String(part.number);
      const label = `${partLabel(part, library, locale)}${word(locale, "colon")} ${name}`;
      return {
        ...shared,
        title: `${book.title}: ${name}`,
        slug: `${book.slug}-part-${part.number}`,
        label: unmarked(label),
      };
    }
    return {
      ...shared,
      title: volumeTitle(book, { number: position }, groups.length, locale),
      slug: `${book.slug}-vol-${position}`,
      label: `${unmarked(word(locale, "series_volume"))} ${position}`,
    };
  });
}

/** Which book each pattern is in; a text that opens a part or a chapter is where that begins. */
function placeAll(library: Library, books: readonly SetBook[]): Map<PatternId, SetBook> {
  const at = new Map(books.flatMap((book) => book.patterns.map(({ id }): [PatternId, SetBook] => [id, book])));
  for (const [id, standing] of standings(library)) {
    if (typeof standing === "string") continue;
    const [first] = (standing.chapter ?? standing.part.chapters[0])?.patterns ?? [];
    const book = first && at.get(first.id);
    if (book) at.set(id, book);
  }
  return at;
}

/** An issue is a book by itself: title, cover, short name and, made of that, identifier are its own. */
function narrow(context: Context, library: Library, { title, slug, patterns }: SetBook): Context {
  const { config, locations } = context;
  const { epub: _, ...isbn } = config.book.isbn;
  return {
    ...context,
    config: {
      ...config,
      // An ISBN is that of one publication.
      book: { ...config.book, title, slug, isbn },
    },
    locations: nameVolumes({ ...locations, ...narrowPlaces(locations, library, patterns) }),
  };
}

/** What stands before and after the parts in print is not what stands before and after this one: a part begins in one book. */
function narrowPlaces(
  { pages, sections }: Context["locations"],
  library: Pick<Library, "parts">,
  patterns: readonly NumberedPattern[],
): Pick<Context["locations"], "pages" | "sections"> {
  const own = new Set(patterns.map(({ id }) => id));
  const begun = library.parts.filter(({ chapters: [chapter] }) => own.has(chapter?.patterns[0]?.id ?? ""));
  const openers = new Set(begun.map(partSection));
  return {
    pages: new Map([...pages].filter(([id]) => own.has(id))),
    sections: new Map([...sections].filter(([name]) => openers.has(name))),
  };
}

/** The page that the pattern names, else its address in the dataset, where that is a place on the web. */
function findAddress(pattern: NumberedPattern, { config }: Context): string | undefined {
  const page = findWebPage(pattern);
  if (page !== undefined) return page;
  const { book, dataset } = config;
  return dataset.base === undefined ? undefined : mintIris(dataset, book.slug).pattern(pattern);
}
