import { CLASSIFICATIONS } from "../library/classification.js";
import type { Pattern } from "../library/pattern.js";
import { DIMENSION, type FacetScheme } from "./facet-schemes.js";
import { toLanguageMap } from "./language.js";
import { filled, type Node } from "./node.js";
import type { FacetName, Setting } from "./setting.js";

/** A pattern's facets, as addresses of concepts. */
export function describeFacets(
  pattern: Pattern,
  { iris, values: known }: Pick<Setting, "iris" | "values">,
): Partial<Node> {
  const values = known.classify(pattern);
  return Object.fromEntries(
    CLASSIFICATIONS.map(({ key, term, scheme }) => {
      const written = values[key];
      if (written === null) return [term, undefined];
      if (typeof written === "string") return [term, iris.concept(scheme, written)];
      return [term, filled(written.map((value) => iris.concept(scheme, value)))];
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
    const values = setting.values.classify(pattern);
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

function describeScheme(scheme: FacetScheme, keys: string[], setting: Setting): Node[] {
  const { iris, names } = setting;
  const concepts = keys.map((key): Node => {
    const name = names.value(scheme, key);
    return {
      "@id": iris.concept(scheme, key),
      "@type": "Concept",
      identifier: key,
      ...label(name),
      altLabel: describeSpellings(scheme, key, name, setting),
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

/** How files write a value, but for its key and its name (SKOS S13); both forms where there are several. */
function describeSpellings(
  scheme: FacetScheme,
  key: string,
  { text }: FacetName,
  { values, language }: Setting,
): Node["altLabel"] {
  if (scheme === DIMENSION) return undefined;
  const spellings = values.find(scheme, key)?.spellings ?? [];
  const others = spellings.map(({ written }) => written).filter((written) => written !== text);
  const isKeyAlone = spellings.length === 1 && others[0] === key;
  return others.length === 0 || isKeyAlone ? undefined : toLanguageMap(language, others);
}

function label({ text, language }: FacetName): Pick<Node, "name" | "prefLabel"> {
  return { name: text, prefLabel: toLanguageMap(language, text) };
}
