import type { Library, Relation } from "../library/library.js";
import type { NumberedPattern, RelationSense } from "../library/pattern.js";
import { present } from "../library/present.js";
import { findWebPage } from "../library/web-address.js";
import { type ReferenceView, titleOn } from "../page/bands.js";
import type { EditionAddresses } from "../page/edition-addresses.js";
import { showGroups } from "../page/groups.js";
import { type Locale, word } from "../page/locale.js";
import type { Templates } from "../page/templates.js";
import type { Settings } from "./settings.js";

/** A pattern near to another, and how. */
export interface RelatedView extends ReferenceView {
  kind: RelationSense;
  label: string;
}

/** What a card shows besides what is taken from the text; plain data, so that a worker thread can compose it. */
export interface CardView {
  slug: string;
  number: number;
  title: string;
  /** BCP 47. */
  language: string;
  summary: string | null;
  /** Its part and its chapter, as far as the book tells them apart; empty where it does not. */
  groups: string[];
  /** What the code opens. */
  pageUrl: string | null;
  license: string;
  attribution: string;
  related: RelatedView[];
}

/** As many as fit on a card and are kept in mind. */
const NEAREST = 3;

/** The closest kinds first, where weights are equal. */
const KINDS: readonly RelationSense[] = [
  "requires",
  "generalizes_from",
  "specializes_to",
  "enables",
  "complementary",
  "related",
  "alternatives",
  "required_by",
  "enabled_by",
  "tools",
  "tool_of",
];

interface Viewing {
  config: Pick<Settings, "book">;
  /** Of the book. */
  locale: Locale;
  templates: Pick<Templates, "localeOf">;
}

/** Gathers what a card shows of a pattern: in the words of the pattern's language. */
export function viewCard(
  library: Pick<Library, "by" | "groups" | "relations" | "byId">,
  pattern: NumberedPattern,
  edition: Pick<EditionAddresses, "href">,
  { config: { book }, locale: own, templates }: Viewing,
): CardView {
  const { slug, number, title, language = own.language, summary } = pattern;
  const locale = templates.localeOf(language);
  const pages = { page: language, book: own.language };
  return {
    slug,
    number,
    title,
    language,
    summary: summary ?? null,
    groups: showGroups(library, pattern, locale, own),
    pageUrl: findWebPage(pattern) ?? null,
    license: pattern.license ?? book.license?.name ?? "",
    attribution: pattern.attribution ?? book.attribution ?? "",
    related: nearest(library, pattern).map(({ kind, target: id }) => {
      const target = library.byId.get(id);
      return {
        kind,
        label: word(locale, `relations_as.${kind}`),
        title: target ? titleOn(pages, target) : id,
        number: target?.number ?? null,
        href: edition.href(id) ?? null,
        page: null,
        volume: null,
      };
    }),
  };
}

/** The nearest patterns, each once: by weight, then kind, then number. */
function nearest({ relations, byId }: Pick<Library, "relations" | "byId">, { id }: NumberedPattern): Relation[] {
  const numberOf = ({ target }: Relation): number => present(byId.get(target), "the pattern", target).number;
  const sorted = (relations.get(id) ?? []).toSorted(
    (a, b) =>
      (b.weight ?? 0) - (a.weight ?? 0) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || numberOf(a) - numberOf(b),
  );
  const seen = new Set<string>();
  return sorted.filter(({ target }) => !seen.has(target) && seen.add(target)).slice(0, NEAREST);
}
