import { readWikilink } from "../library/body/wikilink.js";
import type { Library } from "../library/library.js";
import { TYPE_ID } from "../library/metadata/identity.js";
import { wikiKey } from "../library/names.js";
import type { NumberedPattern } from "../library/pattern.js";
import { type BandGroup, type PageLanguages, titleOn } from "./bands.js";
import type { EditionAddresses } from "./edition-addresses.js";
import { type Locale, word } from "./locale.js";

// The most identifiers of missing patterns that are listed on a page; more are only counted.
const MOST_IDENTIFIERS = 2;

/**
 * The patterns that a pattern names and the library does not have. An identifier says nothing to a reader on paper:
 * where there are several they are counted there; on a screen, where they can be searched, and in the linked data each
 * is named.
 */
export function viewUnresolved(
  { broken, translations: { untranslated } }: Library,
  { id }: NumberedPattern,
  { figures }: Pick<EditionAddresses, "figures">,
  { locale, pages }: { locale: Locale; pages: PageLanguages },
): BandGroup[] {
  const claims = broken.filter(({ pattern }) => pattern === id).map(({ claim }) => claim.target);
  const elsewhere = new Map(claims.flatMap((claim) => untranslatedOf(claim, untranslated, pages) ?? []));
  const written = claims.filter((claim) => !elsewhere.has(claim));
  const targets = [...new Set(written.map((target) => readWikilink(target)?.words ?? target))];
  const foreign = listTitles("foreign", word(locale, "fields.translations"), [...new Set(elsewhere.values())]);
  if (targets.length === 0) return foreign;
  const identifiers = targets.filter((target) => TYPE_ID.test(target));
  const counted = figures !== "screen" && identifiers.length > MOST_IDENTIFIERS;
  const titles = counted
    ? [...targets.filter((target) => !TYPE_ID.test(target)), countIdentifiers(identifiers.length, locale)]
    : targets;
  return [...listTitles("unresolved", word(locale, "not_in_library"), titles), ...foreign];
}

/** The title of a pattern that is in another language only. */
function untranslatedOf(
  claim: string,
  untranslated: Library["translations"]["untranslated"],
  pages: PageLanguages,
): [claim: string, title: string][] | undefined {
  const found = untranslated.get(claim) ?? untranslated.get(wikiKey(claim));
  return found && [[claim, titleOn(pages, found)]];
}

function listTitles(kind: BandGroup["kind"], label: string, titles: readonly string[]): BandGroup[] {
  if (titles.length === 0) return [];
  return [
    { kind, label, items: titles.map((title) => ({ title, number: null, href: null, page: null, volume: null })) },
  ];
}

function countIdentifiers(count: number, locale: Locale): string {
  const number = new Intl.NumberFormat(locale.language).format(count);
  return word(locale, "only_identifiers").replace("{count}", number);
}
