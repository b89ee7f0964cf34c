import { nameAgent } from "../../../linked-data/agents.js";
import { isDated } from "../../../page/edition-date.js";
import type { Basis } from "../basis.js";
import { CROISSANT_CONTEXT } from "./croissant-context.js";
import { describeRecordSets } from "./croissant-records.js";
import { encodingFormat, FILE_KINDS } from "./files.js";
import type { Measured } from "./measure.js";
import { toInstant, toVersion } from "./time.js";

// What Croissant calls it (Croissant Format Specification, FileObject).
const PARQUET = "application/x-parquet";

/** The dataset for machine learning: MLCommons Croissant 1.1. Its files are named by their paths beside it. */
export function describeCroissant(files: readonly Measured[], basis: Basis): object {
  const { config, date, setting, library } = basis;
  const { book } = config;
  const license = book.license?.url ?? "https://spdx.org/licenses/NOASSERTION";
  return {
    "@context": CROISSANT_CONTEXT,
    "@type": "sc:Dataset",
    conformsTo: "http://mlcommons.org/croissant/1.1",
    name: book.slug,
    alternateName: toTagged(book.title, book.language),
    description: toText(book.description ?? book.title, book.language),
    inLanguage: [...new Set([book.language, ...library.patterns.map(({ language }) => language)])],
    url: book.address ?? setting.iris.dataset,
    license,
    sdLicense: license,
    ...(book.attribution ? { creditText: toTagged(book.attribution, book.language) } : {}),
    usageInfo: TERMS,
    creator: book.creators.map(nameAgent),
    ...(book.publisher ? { publisher: { "@type": "Organization", name: book.publisher } } : {}),
    keywords: book.subjects.map((subject) => toTagged(subject, book.language)),
    version: toVersion(date),
    datePublished: toInstant(date)?.slice(0, 10),
    citeAs: cite(basis),
    isLiveDataset: false,
    ...PROVENANCE,
    distribution: files.flatMap((file) => describeFile(file) ?? []),
    recordSet: describeRecordSets(basis),
  };
}

// Of the terms of use a book says more than an address: what each pattern states for itself, and whom to credit.
const TERMS = {
  "@type": "CreativeWork",
  name: "LICENSE",
  url: "LICENSE",
  description:
    "The terms of the whole. A pattern may state its own: they stand in the columns license and license_url.",
};

// Which file a record was made from stands in its columns source_path and source_sha256.
const PROVENANCE = {
  "prov:wasDerivedFrom": {
    "@type": "prov:Entity",
    "prov:label": "Markdown files with YAML front matter, one a pattern",
  },
  "prov:wasGeneratedBy": {
    "@type": "prov:Activity",
    "prov:label": "Read, linked and written by a program; nothing was annotated by hand",
    "prov:wasAssociatedWith": { "@type": "prov:SoftwareAgent", "prov:label": "Pattern Press" },
  },
};

/** A name or a description: Croissant has them by language where it is not that of the context. */
function toText(text: string, language: string): string | Record<string, string> {
  return isEnglish(language) ? text : { [language]: text };
}

/** Any other text in a language. */
function toTagged(text: string, language: string): string | object {
  return isEnglish(language) ? text : { "@value": text, "@language": language };
}

function isEnglish(language: string): boolean {
  return /^en(-|$)/i.test(language);
}

/** A file with the patterns in it; what explains them is none of Croissant's distributions. */
function describeFile({ path, bytes, sha256 }: Measured): object | undefined {
  const kind = FILE_KINDS.find((one) => one.path === path && one.group !== "paper");
  if (!kind) return undefined;
  return {
    "@type": "cr:FileObject",
    "@id": path,
    name: path,
    contentUrl: path,
    contentSize: `${bytes} B`,
    encodingFormat: path.endsWith(".parquet") ? PARQUET : encodingFormat(kind),
    sha256,
  };
}

/** BibTeX. */
function cite({ config: { book }, date }: Basis): string {
  const fields = [
    `title = {${book.title}}`,
    ...(book.creators.length > 0 ? [`author = {${book.creators.map((name) => `{${name}}`).join(" and ")}}`] : []),
    ...(book.publisher ? [`publisher = {${book.publisher}}`] : []),
    ...(isDated(date) ? [`year = {${date.getUTCFullYear()}}`] : []),
    `version = {${toVersion(date)}}`,
  ];
  return `@misc{${book.slug}, ${fields.join(", ")}}`;
}
