import { fieldName } from "../library/field-values.js";
import { imageKey } from "../library/images.js";
import type { Library, Relation } from "../library/library.js";
import { type LinkTarget, resolveLink } from "../library/links/resolve.js";
import type { NumberedPattern, PatternId, RelationSense } from "../library/pattern.js";
import { findWebPage } from "../library/web-address.js";
import { type BandGroup, type PageLanguages, type ReferenceView, titleOn } from "./bands.js";
import { directionOfText, holdsRightToLeft } from "./directions.js";
import type { DiagramGraph, Drawing } from "./drawing.js";
import type { EditionAddresses } from "./edition-addresses.js";
import { type FiguresView, viewFigures } from "./figures/figures-view.js";
import { fieldLabel, showGroup, showGroups } from "./groups.js";
import { capitalise, domainName, type Locale, termName, word } from "./locale.js";
import type { Mention } from "./mentions.js";
import { type RecordRow, viewRecord } from "./record.js";
import type { Templates } from "./templates.js";
import { directionOf } from "./text-direction.js";
import { viewTwins } from "./twins.js";
import { viewUnresolved } from "./unresolved.js";

export interface MetaRow {
  field: string;
  label: string;
  value: string;
  /** Dots or stars that say the value at a glance. */
  marks: string | null;
}

/** A picture as an edition shows it. */
export interface ImageView {
  href: string;
  width: number;
  height: number;
}

/** A diagram as an edition shows it. */
export interface DrawingView extends ImageView {
  graph: DiagramGraph | null;
}

/** All that a template shows of a pattern; plain data, so that a worker thread can compose it. */
export interface PatternView {
  id: PatternId;
  slug: string;
  number: number;
  title: string;
  language: string;
  /** Where it is not that of the edition. */
  direction: Locale["direction"] | null;
  /** Whether letters of its text may run both ways. */
  bothWays: boolean;
  aliases: string[];
  summary: string | null;
  /** What its part and its chapter are called, as far as the book tells them apart. */
  groups: string[];
  pageUrl: string | null;
  meta: MetaRow[];
  bands: { opening: BandGroup[]; closing: BandGroup[] };
  record: RecordRow[];
  /** What the drawings show, in an edition that has them. */
  figures: FiguresView | null;
  /** Where links of the body lead, by address as written; null for plain text. */
  links: Record<string, string | null>;
  /** What is said of the patterns that those links name, by address as written; none in an edition that only links. */
  mentions: Record<string, Mention>;
  /** Pictures of the body by address as written; null for those not shown. */
  images: Record<string, ImageView | null>;
  /** Drawings by hash of their source. */
  drawings: Record<string, DrawingView>;
}

/** The larger patterns that a pattern helps complete, before its text. */
const OPENING: readonly RelationSense[] = ["generalizes_from", "required_by"];
/** The smaller patterns that complete it and its neighbours, after its text. */
const CLOSING: readonly RelationSense[] = [
  "specializes_to",
  "requires",
  "enables",
  "related",
  "complementary",
  "alternatives",
  "tools",
  "tool_of",
  "enabled_by",
];

interface Viewing {
  /** Of the book. */
  locale: Locale;
  templates: Pick<Templates, "localeOf">;
  drawings: ReadonlyMap<string, Drawing>;
}

/** Gathers what the templates show of a pattern in one edition: in the words of the pattern's language. */
export function viewPattern(
  library: Library,
  pattern: NumberedPattern,
  addresses: EditionAddresses,
  { locale: book, templates, drawings }: Viewing,
): PatternView {
  const language = pattern.language ?? book.language;
  const locale = templates.localeOf(language);
  const pages = { page: language, book: book.language };
  const reference = (id: PatternId): ReferenceView => viewReference(library, id, addresses, pages);
  const group = (kinds: readonly RelationSense[]): BandGroup[] =>
    kinds.flatMap((kind) => viewGroup(kind, library.relations.get(pattern.id) ?? [], reference, locale));
  return {
    id: pattern.id,
    slug: pattern.slug,
    number: pattern.number,
    title: pattern.title,
    language,
    ...viewDirection(pattern, book),
    aliases: pattern.aliases,
    summary: pattern.summary ?? null,
    groups: showGroups(library, pattern, locale, book),
    pageUrl: findWebPage(pattern) ?? null,
    meta: viewMeta(library, pattern, locale, book),
    bands: {
      opening: group(OPENING),
      closing: [...group(CLOSING), ...viewUnresolved(library, pattern, addresses, { locale, pages })],
    },
    // What is drawn on paper is not listed; on a screen the list can be searched.
    record: [
      ...viewTwins(library, pattern, addresses, locale),
      ...viewRecord(pattern, locale).filter(({ field }) => addresses.figures !== "print" || field !== "assessment"),
    ],
    figures: addresses.figures ? viewFigures(library, pattern, { medium: addresses.figures, pages }) : null,
    ...viewBody(library, pattern, addresses, drawings),
  };
}

/** A pattern that does not say its language runs as its title does. */
function viewDirection(
  { language, title, body: { characters } }: NumberedPattern,
  locale: Locale,
): Pick<PatternView, "direction" | "bothWays"> {
  const turned = directionOfText(title) === "rtl" ? "rtl" : locale.direction;
  const direction = language ? directionOf(language) : turned;
  return {
    direction: direction === locale.direction ? null : direction,
    bothWays: holdsRightToLeft(characters),
  };
}

function viewReference(
  library: Library,
  id: PatternId,
  addresses: EditionAddresses,
  pages: PageLanguages,
): ReferenceView {
  const target = library.byId.get(id);
  const page = addresses.page?.(id);
  return {
    title: target ? titleOn(pages, target) : id,
    number: target?.number ?? null,
    href: addresses.href(id) ?? null,
    page: page?.label ?? null,
    volume: page?.volume === undefined ? null : String(page.volume),
  };
}

function viewGroup(
  kind: RelationSense,
  relations: readonly Relation[],
  reference: (id: PatternId) => ReferenceView,
  locale: Locale,
): BandGroup[] {
  const items = relations.filter((relation) => relation.kind === kind).map(({ target }) => reference(target));
  return items.length > 0 ? [{ kind, label: word(locale, `relations_as.${kind}`), items }] : [];
}

function viewMeta(library: Library, pattern: NumberedPattern, locale: Locale, book: Locale): MetaRow[] {
  const row = (field: string, value: string, marks: string | null = null): MetaRow[] =>
    value ? [{ field, label: fieldLabel(locale, field), value, marks }] : [];
  const rating = (field: string, value: number | undefined, most: number, full: string, empty: string): MetaRow[] => {
    if (value === undefined) return [];
    const filled = Math.max(0, Math.min(most, Math.round(value)));
    return row(
      field,
      `${value} ${word(locale, `${field}_of`)} ${most}`,
      full.repeat(filled) + empty.repeat(most - filled),
    );
  };
  return [
    ...viewGroups(library, pattern, locale, book),
    ...(library.by.some((field) => fieldName(field) === "category")
      ? []
      : row("category", listTerms(locale, pattern.categories))),
    ...row("era", listTerms(locale, pattern.eras)),
    ...rating("alignment", pattern.alignment, 5, "●", "○"),
    ...rating("confidence", pattern.confidence, 3, "★", "☆"),
  ];
}

/** The part and the chapter that a pattern stands in, by their fields; and its domain, where it stands by others. */
function viewGroups({ by, groups }: Library, { id, domain }: NumberedPattern, locale: Locale, book: Locale): MetaRow[] {
  const { part, chapter } = groups.get(id) ?? {};
  const rows = [part, chapter].flatMap((group, at): MetaRow[] => {
    const field = by[at];
    if (field === undefined || !group?.name || group.key === "") return [];
    const { name = group.name } = showGroup(locale, field, group, book);
    return [{ field: fieldName(field), label: fieldLabel(locale, field), value: name, marks: null }];
  });
  if (domain === undefined || by.some((field) => fieldName(field) === "domain")) return rows;
  return [
    ...rows,
    { field: "domain", label: fieldLabel(locale, "domain"), value: domainName(locale, domain), marks: null },
  ];
}

/** `framework`, `methodology` → “Framework, methodology”. */
function listTerms(locale: Locale, keys: readonly string[]): string {
  return capitalise(keys.map((key) => termName(locale, key)).join(", "), locale);
}

type ShownBody = Pick<PatternView, "links" | "mentions" | "images" | "drawings">;

function viewBody(
  library: Library,
  pattern: NumberedPattern,
  addresses: EditionAddresses,
  drawings: ReadonlyMap<string, Drawing>,
): ShownBody {
  const view: ShownBody = { links: {}, mentions: {}, images: {}, drawings: {} };
  for (const { href } of pattern.body.links) {
    const target = resolveLink(href, pattern, library);
    view.links[href] = addressOf(target, addresses) ?? null;
    const mention = addresses.numbersMentions ? viewMention(library, target, pattern, addresses) : undefined;
    if (mention) view.mentions[href] = mention;
  }
  for (const { src } of pattern.body.images) {
    const image = library.images.get(imageKey(pattern, src));
    const shown = image && !("refused" in image);
    const { width, height } = shown ? (addresses.fit?.(image) ?? image) : { width: 0, height: 0 };
    view.images[src] = shown ? { href: addresses.image(image), width, height } : null;
  }
  for (const { hash } of pattern.body.diagrams) {
    const drawing = drawings.get(hash);
    if (!drawing) continue;
    const { width, height, graph = null } = drawing;
    view.drawings[hash] = { href: addresses.drawing(hash, drawing), width, height, graph };
  }
  return view;
}

function viewMention(
  library: Library,
  target: LinkTarget,
  { id }: Pick<NumberedPattern, "id">,
  addresses: EditionAddresses,
): Mention | undefined {
  const named = target.kind === "pattern" && target.id !== id ? library.byId.get(target.id) : undefined;
  if (!named) return undefined;
  const place = addresses.page?.(named.id);
  return {
    number: String(named.number),
    page: place?.label ?? null,
    volume: place?.volume === undefined ? null : String(place.volume),
  };
}

function addressOf(target: LinkTarget, addresses: EditionAddresses): string | undefined {
  switch (target.kind) {
    case "address":
      return target.href;
    case "pattern":
      return addresses.href(target.id, target.anchor);
    case "text":
      return addresses.text?.(target.id, target.anchor);
    case "dead":
      return undefined;
  }
}
