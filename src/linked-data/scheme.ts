import type { NumberedPattern } from "../library/pattern.js";
import { toLanguageMap } from "./language.js";
import { filled, type Node } from "./node.js";
import { isTop } from "./pattern.js";
import type { Setting } from "./setting.js";

/** The scheme whose concepts the patterns of the library are; of its top concepts those among `patterns`. */
export function describeScheme(
  patterns: readonly NumberedPattern[],
  { library, title, language, iris }: Setting,
): Node {
  return {
    "@id": iris.scheme,
    "@type": ["ConceptScheme", "DefinedTermSet"],
    name: title,
    prefLabel: toLanguageMap(language, title),
    subjectOf: iris.dataset,
    hasTopConcept: filled(patterns.filter((pattern) => isTop(pattern, library)).map(iris.pattern)),
  };
}
