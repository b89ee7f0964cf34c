import type { Library } from "../../../library/pattern.js";
import type { Context } from "../../format.js";
import { canonical } from "../xhtml/languages.js";
import { type Accessibility, describeAccess } from "./accessibility.js";
import { identify } from "./identifier.js";
import { collectRights, type Rights } from "./rights.js";

/** The book as the configuration describes it; what is left away there is null. */
export interface BookView {
  title: string;
  subtitle: string | null;
  creators: string[];
  publisher: string | null;
  place: string | null;
  edition: string | null;
  description: string | null;
  series: string | null;
  subjects: string[];
  isbn: string | null;
}

/** What the imprint tells readers and the package document tells machines. */
export interface BookMetadata {
  book: BookView;
  identifier: string;
  /** CCYY-MM-DDThh:mm:ssZ, as EPUB 3.3, 5.5.5, asks for. */
  date: string;
  /** BCP 47, the book's own first. */
  languages: string[];
  rights: Rights;
  access: Accessibility;
}

export function collectMetadata(library: Library, context: Context): BookMetadata {
  return {
    book: viewBook(context),
    identifier: identify(context.config),
    date: context.date.toISOString().replace(/\.\d+Z$/, "Z"),
    languages: collectLanguages(library, context.locale.language),
    rights: collectRights(context.config, library),
    access: describeAccess(library, context),
  };
}

function viewBook({ config: { book } }: Context): BookView {
  const { subtitle = null, edition = null, publisher = null, place = null, description = null, series = null } = book;
  const { title, creators, subjects, isbn } = book;
  const optional = { subtitle, edition, publisher, place, description, series };
  return { title, creators, subjects, isbn: isbn.epub ?? null, ...optional };
}

function collectLanguages({ patterns }: Library, main: string): string[] {
  const others = patterns.flatMap(({ language }) => (language && canonical(language)) || []).sort();
  return [...new Set([canonical(main) ?? main, ...others])];
}
