import { isIri } from "../library/web-address.js";
/** The addresses of everything that the dataset describes. */
export interface Iris {
  /** The concept scheme: all patterns together. */
  scheme: string;
  dataset: string;
  /** A file of the dataset, by its path in it. */
  file(path: string): string;
  pattern(slug: string): string;
  /**
   * Something that belongs to a pattern: a section by its fragment on the page; anything else by a name with a dot,
   * which no such fragment has.
   */
  detail(slug: string, name: string): string;
  /** A scheme of values: `domain`. */
  facet(facet: string): string;
  /** One of its values. */
  concept(facet: string, key: string): string;
  agent(name: string): string;
  /** Begins the IRI of every field of the library's own. */
  fieldNamespace: string;
}

/**
 * Mints absolute IRIs below `base`. Those of patterns end in a slash, no others below it do: no slug meets another name.
 * @param base an http address; its query and fragment do not count
 */
export function mintIris(base: string): Iris {
  const url = new URL(base);
  const root = `${url.origin}${url.pathname.replace(/\/*$/, "/")}`;
  return {
    scheme: root,
    dataset: `${root}dataset`,
    file: (path) => `${root}dataset/${path}`,
    pattern: (slug) => `${root}${slug}/`,
    detail: (slug, name) => `${root}${slug}/#${escapeSegment(name)}`,
    facet: (facet) => `${root}${facet}`,
    concept: (facet, key) => `${root}${facet}#${escapeSegment(key)}`,
    fieldNamespace: `${root}field#`,
    agent: (name) => `${root}agent#${escapeSegment(name)}`,
  };
}

/** A namespace ends in `#` or `/`: what follows is the name of a term. */
export function toNamespace(address: string): string {
  const { href } = new URL(address);
  return /[#/]$/.test(href) ? href : `${href}#`;
}

// Half a surrogate pair is no character: RDF cannot hold it, and encodeURIComponent throws at it.
const LONE_SURROGATE = /\p{Surrogate}/gu;

export function replaceLoneSurrogates(text: string): string {
  return text.replace(LONE_SURROGATE, "\ufffd");
}

function escapeSegment(name: string): string {
  return encodeURIComponent(replaceLoneSurrogates(name));
}

/** What a field meant for an address says: an IRI where it is one, letter for letter as written; else a literal. */
export function toReference(written: string): string | { "@value": string } {
  return isIri(written) ? written : { "@value": written };
}

// SPDX names of Creative Commons licences: CC-BY-SA-4.0, CC0-1.0.
const CREATIVE_COMMONS = /^CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)$/i;

/** The address of a licence, where its name or the name's form tells it. */
export function licenseAddress(written: string): string | undefined {
  const [, kind, version] = CREATIVE_COMMONS.exec(written.trim()) ?? [];
  if (kind && version) return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
  if (/^CC0-1\.0$/i.test(written.trim())) return "https://creativecommons.org/publicdomain/zero/1.0/";
  const reference = toReference(written.trim());
  return typeof reference === "string" ? reference : undefined;
}
