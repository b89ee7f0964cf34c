import type { NumberedPattern } from "../library/pattern.js";
import { toWords } from "../library/slug.js";
import { readWhole } from "../library/web-address.js";
import { creditName, domainName, type Locale, originName, stateName, word } from "./locale.js";

/** A field of the record at the end of a pattern. */
export interface RecordRow {
  field: string;
  label: string;
  /** `language` is that of the words, where it is another than the pattern's. */
  values: { text: string; href: string | null; language: string | null }[];
  /** Whether it is words, set with the signs of a language, and no key or number. */
  isProse: boolean;
}

const KEYS = new Set(["version", "created", "modified", "id", "slug", "page_url", "source_url", "repository"]);

/** What a pattern says of itself besides its text: where it comes from, who made it, on what terms, its names. */
export function viewRecord(pattern: NumberedPattern, locale: Locale): RecordRow[] {
  const row = (field: string, values: readonly (string | undefined)[]): RecordRow[] => {
    const filled = values.filter((value): value is string => value !== undefined && value !== "");
    if (filled.length === 0) return [];
    const shown = filled.map((text) => ({
      text,
      href: addressIn(text),
      language: null,
    }));
    return [{ field, label: word(locale, `fields.${field}`), values: shown, isProse: !KEYS.has(field) }];
  };
  return [
    ...row("sources", pattern.sources),
    ...row(
      "assessment",
      // Those of the body stand in the body.
      pattern.scores
        .filter(({ stated }) => stated === "front-matter")
        .map(({ dimension, value }) => `${toWords(dimension)} ${value}`),
    ),
    ...row(
      "cross_domains",
      pattern.crossDomains.map((domain) => domainName(locale, domain)),
    ),
    ...row(
      "commons_domain",
      pattern.commonsDomains.map((domain) => domainName(locale, domain)),
    ),
    ...row(
      "origin",
      pattern.origins.map((origin) => originName(locale, origin)),
    ),
    ...row(
      "contributors",
      pattern.contributors.map((contributor) => creditName(locale, contributor)),
    ),
    ...row("license", [pattern.license]),
    ...row("attribution", [pattern.attribution]),
    ...row("unwritten", [countUnwritten(pattern)]),
    ...row("status", [pattern.status && stateName(locale, pattern.status)]),
    ...row("version", [pattern.version]),
    ...row("created", [pattern.createdOn]),
    ...row("modified", [pattern.modifiedOn]),
    // Names that no file states are made up of its path: nobody calls the pattern so.
    ...row("id", ["id" in pattern.givenBy ? pattern.id : undefined]),
    ...row("slug", ["slug" in pattern.givenBy ? pattern.slug : undefined]),
    ...row("page_url", [pattern.pageUrl]),
    ...row("source_url", [pattern.sourceUrl]),
    ...row("repository", [pattern.repository]),
  ];
}

/** Sections of which there is but a heading, where there are any. */
function countUnwritten({ body: { omissions } }: NumberedPattern): string | undefined {
  const { length } = omissions.filter(({ kind }) => kind === "empty-section");
  return length > 0 ? String(length) : undefined;
}

/** Where a field leads that is an address on the web and nothing else. */
function addressIn(text: string): string | null {
  const read = readWhole(text);
  return read && "address" in read ? read.address : null;
}
