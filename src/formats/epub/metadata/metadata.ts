import { parseIsbn } from "../../../book/isbn.js";
import type { Book } from "../../../book/settings.js";
import type { Library } from "../../../library/library.js";
import { dayOf, yearOf } from "../../../page/edition-date.js";
import { unmarked } from "../../../page/languages/marks.js";
import { word } from "../../../page/locale.js";
import { invertArticle } from "../../../page/matter/term-index/names.js";
import { articlesOf } from "../../../page/matter/term-index/terms.js";
import type { Context } from "../about.js";
import type { Issue } from "../issues.js";
import { canonical } from "../xhtml/languages.js";
import { type Accessibility, describeAccess } from "./accessibility.js";
import { identify } from "./identifier.js";
import { collectRights, type Rights } from "./rights.js";

/** The book as the configuration describes it; what is left away there is null. */
export interface BookView {
  title: string;
  /** The title as a catalogue files it; null where that is the same. */
  fileAs: string | null;
  subtitle: string | null;
  creators: string[];
  publisher: string | null;
  place: string | null;
  edition: string | null;
  description: string | null;
  series: string | null;
  seriesPosition: number | null;
  address: string | null;
  subjects: { name: string; authority: string | null; term: string | null }[];
  isbn: { print: string | null; epub: string | null };
}

/** What the imprint tells readers and the package document tells machines. */
export interface BookMetadata {
  book: BookView;
  identifier: string;
  /** CCYY-MM-DDThh:mm:ssZ, as EPUB 3.3, 5.5.5, asks for. */
  date: string;
  /** The day in words; null where none is known. */
  day: string | null;
  year: number | null;
  /** BCP 47, the book's own first. */
  languages: string[];
  rights: Rights;
  access: Accessibility;
  /** Identifiers of the printed edition. */
  sources: string[];
  /** The printed edition whose pages are marked (EPUB Accessibility 1.1, 3.3); null where none are. */
  pageBreakSource: string | null;
  /** The book that this is a part of, and which. */
  set: Issue["set"];
}

/** @param held what the pages hold besides text, as their manifest items say: `svg`, `mathml` */
export function collectMetadata({ library, context, set }: Issue, held: ReadonlySet<string>): BookMetadata {
  const { config, locale, date } = context;
  return {
    book: viewBook(context),
    identifier: identify(config),
    date: date.toISOString().replace(/\.\d+Z$/, "Z"),
    day: dayOf(date, locale.language),
    year: yearOf(date),
    languages: collectLanguages(library, locale.language),
    rights: collectRights(context, library),
    access: describeAccess(library, context, held),
    sources: printIdentifiers(config.book.isbn),
    set,
    pageBreakSource: context.locations.pages.size > 0 ? namePrinted(context) : null,
  };
}

/** The book as covers and pages name it. */
export function viewBook({ config: { book }, locale }: Context): BookView {
  const { subtitle = null, edition = null, publisher = null, place = null, description = null, series = null } = book;
  const { title, creators, isbn, known, address = null } = book;
  const filed = invertArticle(title, articlesOf(locale), locale);
  return {
    title,
    fileAs: filed === title ? null : filed,
    creators,
    isbn: { print: isbn.print ?? null, epub: isbn.epub ?? null },
    subjects: book.subjects.map((name) => {
      const { authority = null, term = null } = known.subjects.find((subject) => subject.name === name) ?? {};
      return { name, authority, term };
    }),
    ...{ subtitle, edition, publisher, place, description, series, address },
    seriesPosition: known.seriesPosition ?? null,
  };
}

/** The ISBN of the printed book, else those of its volumes, as URNs (RFC 3187). */
function printIdentifiers({ print, volumes = [] }: Book["isbn"]): string[] {
  return (print ? [print] : volumes).flatMap((isbn) => {
    const digits = parseIsbn(isbn);
    return digits ? [`urn:isbn:${digits}`] : [];
  });
}

/** An identifier where the printed book has one, else what its imprint says. */
function namePrinted({ config: { book }, locale, date }: Context): string {
  const [only, ...others] = printIdentifiers(book.isbn);
  if (only && others.length === 0) return only;
  const { title, edition, publisher } = book;
  const year = yearOf(date);
  return `${[title, edition, publisher, year].filter(Boolean).join(", ")} (${unmarked(word(locale, "matter.print"))})`;
}

function collectLanguages({ patterns }: Library, main: string): string[] {
  const others = patterns.flatMap(({ language }) => (language && canonical(language)) || []).sort();
  return [...new Set([canonical(main) ?? main, ...others])];
}
