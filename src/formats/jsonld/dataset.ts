import type { Config } from "../../config.js";
import { listExclusions } from "../../library/exclusions.js";
import type { Library } from "../../library/pattern.js";
import type { Iris } from "./iri.js";
import { toLanguageMap } from "./language.js";
import { filled, type Node } from "./node.js";
import { describeAgent, isTop } from "./pattern.js";

/** The dataset itself: what it is called, whose it is, on what terms, and which files of the library are not in it. */
export function describeDataset(library: Library, { book }: Config, date: Date, iris: Iris): Node {
  return {
    "@id": iris.dataset,
    "@type": ["Dataset", "CatalogueDataset"],
    name: book.title,
    alternateName: book.subtitle,
    identifier: book.slug,
    description: book.description,
    language: book.language,
    creator: filled(book.creators.map((name) => describeAgent(name, iris))),
    publisher: book.publisher === undefined ? undefined : describeAgent(book.publisher, iris),
    license: book.license?.url,
    licenseName: book.license?.name,
    attribution: book.attribution,
    keyword: filled(book.subjects),
    version: book.edition,
    page: book.address,
    issued: toInstant(date),
    about: iris.scheme,
    excluded: filled(describeExclusions(library, iris)),
  };
}

/** The scheme whose concepts the patterns are. */
export function describeScheme(library: Library, { book }: Config, iris: Iris): Node {
  return {
    "@id": iris.scheme,
    "@type": ["ConceptScheme", "DefinedTermSet"],
    name: book.title,
    prefLabel: toLanguageMap(book.language, book.title),
    subjectOf: iris.dataset,
    hasTopConcept: filled(
      library.patterns.filter((pattern) => isTop(pattern, library)).map(({ slug }) => iris.pattern(slug)),
    ),
  };
}

function describeExclusions(library: Library, iris: Iris): Node[] {
  return listExclusions(library).map(({ source, reason }, at) => ({
    "@id": `${iris.dataset}#excluded-${at + 1}`,
    "@type": "ExcludedFile",
    path: source,
    reason,
  }));
}

/** To the second, as xsd:dateTime and every other date of the dataset are written. */
function toInstant(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}
