import { parseIsbn } from "../../../book/isbn.js";
import type { Book } from "../../../book/settings.js";
import type { Library } from "../../../library/library.js";
import { dayOf, yearOf } from "../../../page/edition-date.js";
import { unmarked } from "../../../page/languages/marks.js";
import { word } from "../../../page/locale.js";
import { invertArticle } from "../../../page/matter/term-index/names.js";
import { articlesOf } from "../../../page/matter/term-index/terms.js";
import { volumeTitle } from "../../../page/volume-title.js";
import type { Context } from "../about.js";
import type { Issue } from "../issues.js";
import { listPrintedVolumes } from "../set/printed-volumes.js";
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
  const volumes = listPrintedVolumes(context.locations);
  return {
    book: viewBook(context),
    identifier: identify(config),
    date: date.toISOString().replace(/\.\d+Z$/, "Z"),
    day: dayOf(date, locale.language),
    year: yearOf(date),
    languages: collectLanguages(library, locale.language),
    rights: collectRights(context, library),
    access: describeAccess(library, context, held),
    sources: printIdentifiers(config.book.isbn, volumes),
    set,
    pageBreakSource: volumes.length > 0 ? namePrinted(context, { volumes, title: set?.title }) : null,
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

/**
 * The ISBN of the printed book, else those of its volumes, as URNs (RFC 3187).
 * @param printed the volumes that pages of the e-book stand in; none where the printed book was not made with it
 */
function printIdentifiers({ print, volumes = [] }: Book["isbn"], printed: readonly number[]): string[] {
  const own = printed.length > 0 ? volumes.filter((_, at) => printed.includes(at + 1)) : volumes;
  return (print ? [print] : own).flatMap((isbn) => {
    const digits = parseIsbn(isbn);
    return digits ? [`urn:isbn:${digits}`] : [];
  });
}

/** An identifier where the printed book has one, else what its imprint says. */
function namePrinted(
  { config: { book }, locale, date }: Context,
  { volumes, title = book.title }: { volumes: readonly number[]; title: string | undefined },
): string {
  const [only, ...others] = printIdentifiers(book.isbn, volumes);
  if (only && others.length === 0) return only;
  const { edition, publisher } = book;
  const [volume = 1, ...further] = volumes;
  const printed =
    further.length === 0 && volume > 1 ? volumeTitle({ title }, { number: volume }, volume, locale) : title;
  const year = yearOf(date);
  return `${[printed, edition, publisher, year].filter(Boolean).join(", ")} (${unmarked(word(locale, "matter.print"))})`;
}

function collectLanguages({ patterns }: Library, main: string): string[] {
  const others = patterns.flatMap(({ language }) => (language && canonical(language)) || []).sort();
  return [...new Set([canonical(main) ?? main, ...others])];
}
