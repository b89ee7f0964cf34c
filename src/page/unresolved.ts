import { readWikilink } from "../library/body/wikilink.js";
import type { Library } from "../library/library.js";
import { TYPE_ID } from "../library/metadata/identity.js";
import type { NumberedPattern } from "../library/pattern.js";
import type { BandGroup } from "./bands.js";
import type { Edition } from "./edition.js";
import { type Locale, word } from "./locale.js";

// So many identifiers of patterns that are not there a reader of a page bears; more are counted.
const MOST_IDENTIFIERS = 2;

/**
 * The patterns that a pattern names and the library does not have. An identifier says nothing to a reader on paper:
 * where there are several they are counted there; on a screen, where they can be searched, and in the linked data each
 * is named.
 */
export function viewUnresolved(
  { broken }: Library,
  { id }: NumberedPattern,
  { figures }: Pick<Edition, "figures">,
  locale: Locale,
): BandGroup[] {
  const claims = broken.filter(({ pattern }) => pattern === id).map(({ claim }) => claim.target);
  const targets = [...new Set(claims.map((target) => readWikilink(target)?.words ?? target))];
  if (targets.length === 0) return [];
  const identifiers = targets.filter((target) => TYPE_ID.test(target));
  const counted = figures !== "screen" && identifiers.length > MOST_IDENTIFIERS;
  const titles = counted
    ? [...targets.filter((target) => !TYPE_ID.test(target)), countIdentifiers(identifiers.length, locale)]
    : targets;
  return [
    {
      kind: "unresolved",
      label: word(locale, "not_in_library"),
      items: titles.map((title) => ({ title, number: null, href: null, page: null, volume: null })),
    },
  ];
}

function countIdentifiers(count: number, locale: Locale): string {
  const number = new Intl.NumberFormat(locale.language).format(count);
  return word(locale, "only_identifiers").replace("{count}", number);
}
