import type { Book } from "../../../book/settings.js";
import type { Library, Relation } from "../../../library/library.js";
import type { NumberedPattern, PatternId, RelationSense } from "../../../library/pattern.js";
import { present } from "../../../library/present.js";
import { type ReferenceView, titleOn } from "../../../page/bands.js";
import type { EditionAddresses } from "../../../page/edition-addresses.js";
import { type Locale, word } from "../../../page/locale.js";

/** Patterns that a pattern is tied to in one way. */
export interface Group {
  label: string;
  items: ReferenceView[];
}

/** What the pages of a pack show besides its cards; plain data, so that a worker thread can compose it. */
export interface PackView {
  name: string;
  title: string;
  book: { title: string; subtitle: string | null };
  /** The sheet of relations, a row for each pattern. */
  rows: { pattern: ReferenceView; inside: Group[]; outside: Group[] }[];
  /** What the patterns require and the pack has not. */
  missing: { pattern: ReferenceView; for: number[] }[];
  license: { name: string; url: string | null } | null;
  attribution: string | null;
  /** Who made which patterns. */
  credits: { numbers: string; words: string }[];
}

/** As the sheet lists them. */
const KINDS: readonly RelationSense[] = [
  "generalizes_from",
  "specializes_to",
  "requires",
  "required_by",
  "enables",
  "enabled_by",
  "complementary",
  "related",
  "alternatives",
  "tools",
  "tool_of",
];
/** Beyond the pack only what its patterns lean on; all else would drown it. */
const BEYOND: readonly RelationSense[] = ["requires", "generalizes_from"];

/** Gathers what the pages of a pack show. */
export function viewPack(
  library: Library,
  patterns: readonly NumberedPattern[],
  { name, title }: { name: string; title: string },
  { book, locale, addresses }: { book: Book; locale: Locale; addresses: EditionAddresses },
): PackView {
  const members = new Set(patterns.map(({ id }) => id));
  const refer = (id: PatternId): ReferenceView => viewReference(library, id, addresses, locale);
  const groups = (relations: readonly Relation[]): Group[] =>
    KINDS.flatMap((kind) => {
      const items = relations.filter((relation) => relation.kind === kind).map(({ target }) => refer(target));
      return items.length > 0 ? [{ label: word(locale, `relations_as.${kind}`), items }] : [];
    });
  const rows = patterns.map(({ id }) => {
    const relations = library.relations.get(id) ?? [];
    return {
      pattern: refer(id),
      inside: groups(relations.filter(({ target }) => members.has(target))),
      outside: groups(relations.filter(({ target, kind }) => !members.has(target) && BEYOND.includes(kind))),
    };
  });
  return {
    name,
    title,
    book: { title: book.title, subtitle: book.subtitle ?? null },
    rows,
    missing: viewMissing(library, patterns, members, refer),
    license: book.license ?? null,
    attribution: book.attribution ?? null,
    credits: viewCredits(patterns),
  };
}

function viewReference(
  { byId }: Library,
  id: PatternId,
  addresses: EditionAddresses,
  { language }: Locale,
): ReferenceView {
  const pattern = byId.get(id);
  const title = pattern ? titleOn({ page: language, book: language }, pattern) : id;
  return { title, number: pattern?.number ?? null, href: addresses.href(id) ?? null, page: null, volume: null };
}

function viewMissing(
  { relations, byId }: Library,
  patterns: readonly NumberedPattern[],
  members: ReadonlySet<PatternId>,
  refer: (id: PatternId) => ReferenceView,
): PackView["missing"] {
  const needed = new Map<PatternId, number[]>();
  for (const { id, number } of patterns) {
    for (const { kind, target } of relations.get(id) ?? []) {
      if (kind === "requires" && !members.has(target)) needed.set(target, [...(needed.get(target) ?? []), number]);
    }
  }
  const numberOf = (id: PatternId): number => present(byId.get(id), "the pattern", id).number;
  return [...needed]
    .toSorted(([a], [b]) => numberOf(a) - numberOf(b))
    .map(([id, numbers]) => ({ pattern: refer(id), for: numbers }));
}

/** Patterns with the same makers and terms share a line. */
function viewCredits(patterns: readonly NumberedPattern[]): PackView["credits"] {
  const lines = new Map<string, number[]>();
  for (const { number, contributors, attribution, license } of patterns) {
    const makers = contributors.map(({ name }) => name).join(", ");
    const words = [makers, attribution, license].filter(Boolean).join(" · ");
    if (words !== "") lines.set(words, [...(lines.get(words) ?? []), number]);
  }
  return [...lines].map(([words, numbers]) => ({ numbers: numbers.join(", "), words }));
}
