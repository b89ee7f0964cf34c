import { listExclusions } from "../../../library/exclusions.js";
import type { Library } from "../../../library/pattern.js";
import type { Iris } from "../../../linked-data/iri.js";
import { filled, type Node } from "../../../linked-data/node.js";
import { describeAgent } from "../../../linked-data/pattern.js";
import type { Edition } from "../edition.js";

/** The dataset itself: what it is called, whose it is, on what terms, and which files of the library are not in it. */
export function describeDataset({ library, config: { book }, date, setting: { iris } }: Edition): Node {
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

function describeExclusions(library: Library, iris: Iris): Node[] {
  return listExclusions(library).map(({ source, reason }, at) => ({
    "@id": `${iris.dataset}#excluded-${at + 1}`,
    "@type": "ExcludedFile",
    path: source,
    reason,
  }));
}

/** To the second, as xsd:dateTime and every other date of the dataset are written. */
export function toInstant(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}
