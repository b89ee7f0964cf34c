import { CLASSIFICATIONS, classify } from "../library/classification.js";
import type { Pattern } from "../library/pattern.js";
import { DIMENSION, type FacetScheme } from "./facet-schemes.js";
import type { Iris } from "./iri.js";
import { toLanguageMap } from "./language.js";
import { filled, type Node } from "./node.js";
import type { FacetName, Setting } from "./setting.js";

/** A pattern's facets, as addresses of concepts. */
export function describeFacets(pattern: Pattern, iris: Iris): Partial<Node> {
  const values = classify(pattern);
  return Object.fromEntries(
    CLASSIFICATIONS.map(({ key, term, scheme }) => {
      const written = values[key];
      if (written === null) return [term, undefined];
      if (typeof written === "string") return [term, iris.concept(scheme, written)];
      return [term, filled([...new Set(written)].map((value) => iris.concept(scheme, value)))];
    }),
  );
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
    const values = classify(pattern);
    for (const { scheme, key } of CLASSIFICATIONS) collect(scheme, [values[key] ?? []].flat());
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
