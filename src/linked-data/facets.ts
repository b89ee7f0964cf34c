import { keyOf } from "../library/groups.js";
import type { Pattern } from "../library/pattern.js";
import { DIMENSION, type FacetScheme } from "./facet-schemes.js";
import type { Iris } from "./iri.js";
import { toLanguageMap } from "./language.js";
import { filled, type Node } from "./node.js";
import type { FacetName, Setting } from "./setting.js";
import type { TermName } from "./vocabulary.js";

/** A field whose values are concepts in a scheme of their own. */
interface Facet {
  term: TermName;
  /** The scheme of the values; two facets may share one. */
  scheme: FacetScheme;
  values(pattern: Pattern): string | readonly string[] | undefined;
}

const FACETS: readonly Facet[] = [
  { term: "universality", scheme: "universality", values: (p) => p.universality },
  { term: "domain", scheme: "domain", values: (p) => (p.domain === undefined ? undefined : keyOf(p.domain)) },
  { term: "crossDomain", scheme: "domain", values: (p) => p.crossDomains },
  { term: "commonsDomain", scheme: "commons-domain", values: (p) => p.commonsDomains },
  { term: "category", scheme: "category", values: (p) => p.categories },
  { term: "era", scheme: "era", values: (p) => p.eras },
  { term: "origin", scheme: "origin", values: (p) => p.origins },
  { term: "status", scheme: "status", values: (p) => p.status },
];

/** A pattern's facets, as addresses of concepts. */
export function describeFacets(pattern: Pattern, iris: Iris): Partial<Node> {
  const describe = ({ scheme, values }: Facet): string | readonly string[] | undefined => {
    const written = values(pattern);
    if (written === undefined) return undefined;
    if (typeof written === "string") return iris.concept(scheme, written);
    return filled([...new Set(written)].map((value) => iris.concept(scheme, value)));
  };
  return Object.fromEntries(FACETS.map((facet) => [facet.term, describe(facet)]));
}

/** The schemes of all facets that have values, and each value as a concept. */
export function describeFacetSchemes(patterns: readonly Pattern[], setting: Setting): Node[] {
  const schemes = new Map<FacetScheme, Set<string>>();
  const collect = (scheme: FacetScheme, values: readonly string[]): void => {
    const known = schemes.get(scheme) ?? new Set();
    for (const value of values) known.add(value);
    schemes.set(scheme, known);
  };
  for (const pattern of patterns) {
    for (const { scheme, values } of FACETS) collect(scheme, [values(pattern) ?? []].flat());
    collect(
      DIMENSION,
      pattern.scores.map(({ dimension }) => dimension),
    );
  }
  return [...schemes].flatMap(([scheme, values]) =>
    values.size === 0 ? [] : describeScheme(scheme, [...values].sort(), setting),
  );
}

function describeScheme(scheme: FacetScheme, values: string[], { iris, names }: Setting): Node[] {
  const concepts = values.map((value): Node => {
    const name = names.value(scheme, value);
    return {
      "@id": iris.concept(scheme, value),
      "@type": "Concept",
      identifier: value,
      ...label(name),
      inScheme: iris.facet(scheme),
      topConceptOf: iris.facet(scheme),
    };
  });
  const head: Node = {
    "@id": iris.facet(scheme),
    "@type": "ConceptScheme",
    ...label(names.scheme(scheme)),
    hasTopConcept: concepts.map((concept) => concept["@id"]),
  };
  return [head, ...concepts];
}

function label({ text, language }: FacetName): Pick<Node, "name" | "prefLabel"> {
  return { name: text, prefLabel: toLanguageMap(language, text) };
}
