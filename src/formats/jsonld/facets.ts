import type { Pattern } from "../../library/pattern.js";
import { domainName, type Locale, word } from "../../page/locale.js";
import type { Iris } from "./iri.js";
import { filled, type Node } from "./node.js";
import type { TermName } from "./vocabulary.js";

/** A field whose values are concepts in a scheme of their own. */
interface Facet {
  term: TermName;
  /** The scheme of the values; two facets may share one. */
  scheme: string;
  /** Where the scheme's name stands in the locale. */
  label: string;
  values(pattern: Pattern): string | readonly string[] | undefined;
}

const FACETS: readonly Facet[] = [
  { term: "universality", scheme: "universality", label: "meta.universality", values: (p) => p.universality },
  { term: "domain", scheme: "domain", label: "meta.domain", values: (p) => p.domain },
  { term: "crossDomain", scheme: "domain", label: "meta.domain", values: (p) => p.crossDomains },
  { term: "commonsDomain", scheme: "commons-domain", label: "fields.commons_domain", values: (p) => p.commonsDomains },
  { term: "category", scheme: "category", label: "meta.category", values: (p) => p.categories },
  { term: "era", scheme: "era", label: "meta.era", values: (p) => p.eras },
  { term: "origin", scheme: "origin", label: "fields.origin", values: (p) => p.origins },
  { term: "status", scheme: "status", label: "fields.status", values: (p) => p.status },
];

/** The scheme of what the scores of an assessment measure; the facet of a score, not of a pattern. */
export const DIMENSION = "dimension";

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
export function describeFacetSchemes(patterns: readonly Pattern[], iris: Iris, locale: Locale): Node[] {
  const schemes = new Map<string, { label: string; values: Set<string> }>();
  const collect = (scheme: string, label: string, values: readonly string[]): void => {
    const known = schemes.get(scheme) ?? { label, values: new Set() };
    for (const value of values) known.values.add(value);
    schemes.set(scheme, known);
  };
  for (const pattern of patterns) {
    for (const { scheme, label, values } of FACETS) collect(scheme, label, [values(pattern) ?? []].flat());
    collect(
      DIMENSION,
      "fields.assessment",
      pattern.scores.map(({ dimension }) => dimension),
    );
  }
  return [...schemes].flatMap(([scheme, { label, values }]) => {
    const sorted = [...values].sort();
    return sorted.length === 0 ? [] : describeScheme(scheme, word(locale, label), sorted, iris, locale);
  });
}

function describeScheme(scheme: string, label: string, values: string[], iris: Iris, locale: Locale): Node[] {
  const { language } = locale;
  const concepts = values.map((value): Node => {
    const name = nameValue(scheme, value, locale);
    return {
      "@id": iris.concept(scheme, value),
      "@type": "Concept",
      identifier: value,
      name,
      prefLabel: { [language]: name },
      inScheme: iris.facet(scheme),
      topConceptOf: iris.facet(scheme),
    };
  });
  const head: Node = {
    "@id": iris.facet(scheme),
    "@type": "ConceptScheme",
    name: label,
    prefLabel: { [language]: label },
    hasTopConcept: concepts.map((concept) => concept["@id"]),
  };
  return [head, ...concepts];
}

function nameValue(scheme: string, value: string, locale: Locale): string {
  if (scheme === "universality") return word(locale, `universality.${value}.name`);
  return scheme === "domain" ? domainName(locale, value) : value;
}
