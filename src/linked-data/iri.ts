import { isIri } from "../library/web-address.js";
import type { DatasetSettings } from "./settings.js";
import { uuidIn, uuidOf } from "./uuid.js";

/** What a pattern is called by in addresses. */
export interface Named {
  id: string;
  slug: string;
}

/** The addresses of everything that the dataset describes. */
export interface Iris {
  /** Whether they are addresses on the web. */
  isWeb: boolean;
  /** The concept scheme: all patterns together. */
  scheme: string;
  dataset: string;
  /** Something that belongs to the dataset, or to a file of it. */
  part(name: string, path?: string): string;
  /** A file of the dataset, by its path in it. */
  file(path: string): string;
  pattern(named: Named): string;
  /** Where a pattern stood under another slug; undefined where addresses are not made of slugs. */
  former(slug: string): string | undefined;
  /**
   * Something that belongs to a pattern: a section by its fragment on the page; anything else by a name with a dot,
   * which no such fragment has.
   */
  detail(named: Named, name: string): string;
  /** A scheme of values: `domain`. */
  facet(facet: string): string;
  /** One of its values. */
  concept(facet: string, key: string): string;
  agent(name: string): string;
  /** Begins the IRI of every field of the library's own. */
  fieldNamespace: string;
}

/**
 * Mints absolute IRIs below the base of the configuration; those of patterns end in a slash, no others below it do: no slug
 * meets another name. Where there is no base they are URNs.
 * @param library the book's short name
 */
export function mintIris({ base, iri }: Pick<DatasetSettings, "base" | "iri">, library: string): Iris {
  return base === undefined ? mintUrns(library) : mintAddresses(base, iri);
}

/** @param base an http address; its query and fragment do not count */
function mintAddresses(base: string, by: DatasetSettings["iri"]): Iris {
  const url = new URL(base);
  const root = `${url.origin}${url.pathname.replace(/\/*$/, "/")}`;
  const pattern = ({ id, slug }: Named): string => `${root}${by === "id" ? escapeSegment(id) : slug}/`;
  const file = (path: string): string => `${root}dataset/${path}`;
  return {
    isWeb: true,
    scheme: root,
    dataset: `${root}dataset`,
    part: (name, path) => `${path === undefined ? `${root}dataset` : file(path)}#${name}`,
    file,
    pattern,
    former: (slug) => (by === "id" ? undefined : `${root}${escapeSegment(slug)}/`),
    detail: (named, name) => `${pattern(named)}#${escapeSegment(name)}`,
    facet: (facet) => `${root}${facet}`,
    concept: (facet, key) => `${root}${facet}#${escapeSegment(key)}`,
    fieldNamespace: `${root}field#`,
    agent: (name) => `${root}agent#${escapeSegment(name)}`,
  };
}

/**
 * URNs of the one namespace of RFC 8141 that anybody may mint names in: UUIDs. A pattern's is the one that its id is or holds,
 * else one made of the id; all else is a fragment of the library's (RFC 8141, 2.3.3), made of the book's short name.
 */
function mintUrns(library: string): Iris {
  const root = `urn:uuid:${uuidOf(`${OURS} library ${library}`)}`;
  const pattern = ({ id }: Named): string => `urn:uuid:${uuidIn(id) ?? uuidOf(`${root} ${id}`)}`;
  const file = (path: string): string => `${root}#dataset/${path}`;
  return {
    isWeb: false,
    scheme: root,
    dataset: `${root}#dataset`,
    part: (name, path) => `${path === undefined ? `${root}#dataset` : file(path)}.${name}`,
    file,
    pattern,
    former: () => undefined,
    detail: (named, name) => `${pattern(named)}#${escapeSegment(name)}`,
    facet: (facet) => `${root}#${facet}`,
    concept: (facet, key) => `${root}#${facet}/${escapeSegment(key)}`,
    fieldNamespace: `${root}#field/`,
    agent: (name) => `${root}#agent/${escapeSegment(name)}`,
  };
}

// Begins what UUIDs of ours are made of.
const OURS = "pattern-press";
const VOCABULARY = `urn:uuid:${uuidOf(`${OURS} vocabulary`)}#`;

/** A namespace ends in `#` or `/`: what follows is the name of a term. One of ours where none is configured. */
export function toNamespace(address: string | undefined): string {
  if (address === undefined) return VOCABULARY;
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
