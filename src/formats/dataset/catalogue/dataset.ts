import { listExclusions } from "../../../library/exclusions.js";
import type { Library } from "../../../library/library.js";
import { describeAgent, describePublisher } from "../../../linked-data/agents.js";
import type { Iris } from "../../../linked-data/iri.js";
import { toLanguageMap } from "../../../linked-data/language.js";
import { filled, type Node } from "../../../linked-data/node.js";
import { unmarked } from "../../../page/languages/marks.js";
import { word } from "../../../page/locale.js";
import type { Basis } from "../basis.js";
import { encodingFormat, FILE_KINDS, GZIP } from "./files.js";
import { languageAddress } from "./languages.js";
import type { Measured } from "./measure.js";
import { periodOf, toInstant, toVersion } from "./time.js";

/** The dataset itself: what it is called, whose it is, on what terms, and which files of the library are not in it. */
export function describeDataset({ library, config: { book }, date, setting: { iris } }: Basis): Node {
  return {
    "@id": iris.dataset,
    "@type": ["Dataset", "CatalogueDataset"],
    name: book.title,
    alternateName: book.subtitle,
    identifier: book.slug,
    description: book.description,
    language: book.language,
    creator: filled(book.creators.map((name) => describeAgent(name, iris))),
    publisher: book.publisher === undefined ? undefined : describePublisher(book.publisher, iris),
    license: book.license?.url,
    licenseName: book.license?.name,
    attribution: book.attribution,
    keyword: filled(book.subjects),
    version: toVersion(date),
    edition: book.edition,
    page: book.address,
    issued: toInstant(date),
    about: iris.scheme,
    excluded: filled(describeExclusions(library, iris)),
  };
}

/**
 * The dataset as catalogues and search engines ask for it: DCAT 3 and schema.org side by side, with its files.
 * @param files those that are written
 */
export function describeCatalogue(files: readonly Measured[], basis: Basis): Node {
  const { library, setting, config, date } = basis;
  const { iris, language, namespace } = setting;
  const { book } = config;
  const base = describeDataset(basis);
  const period = periodOf(library);
  const distributions = files.flatMap((file) => describeDistribution(file, basis) ?? []);
  return {
    ...base,
    title: toLanguageMap(language, book.title),
    abstract: toLanguageMap(language, book.description ?? book.title),
    catalogueLanguage: { "@id": languageAddress(language), "@type": "LinguisticSystem" },
    license: base.license && { "@id": String(base.license), "@type": "LicenseDocument" },
    page: book.address && { "@id": book.address, "@type": "Document" },
    webLicense: base.license,
    webCreator: filled(book.creators.map((name) => iris.agent(name))),
    webPublisher: book.publisher === undefined ? undefined : iris.agent(book.publisher),
    keywords: filled(book.subjects),
    isFree: true,
    datePublished: toInstant(date),
    dateModified: toInstant(date),
    modified: toInstant(date),
    versionInfo: toVersion(date),
    previousVersion: describePrevious(basis),
    conformsTo: { "@id": namespace.replace(/#$/, ""), "@type": "Standard" },
    temporalCoverage: period && `${period.start.slice(0, 10)}/${period.end.slice(0, 10)}`,
    temporal: period && {
      "@id": iris.part("period"),
      "@type": "Period",
      startDate: period.start,
      endDate: period.end,
    },
    distribution: distributions,
    webDistribution: distributions.map((distribution) => distribution["@id"]),
  };
}

/** The edition before, where one is named and is another version. */
function describePrevious({ since, date, config: { book }, setting: { iris, language } }: Basis): Node | undefined {
  if (!since) return undefined;
  const before = new Date(since.sourceDateEpoch * 1000);
  const version = toVersion(before);
  if (version === toVersion(date)) return undefined;
  return {
    "@id": iris.part(`version-${version}`),
    "@type": ["Dataset", "CatalogueDataset"],
    name: book.title,
    title: toLanguageMap(language, book.title),
    abstract: toLanguageMap(language, book.description ?? book.title),
    versionInfo: version,
    issued: toInstant(before),
  };
}

/** A file as a distribution; the files of a folder are too many to be listed one by one. */
function describeDistribution(
  { path, bytes, sha256 }: Measured,
  { setting: { iris, language }, locale, config: { book } }: Basis,
): Node | undefined {
  const kind = FILE_KINDS.find((one) => one.path === path);
  if (!kind) return undefined;
  const description = unmarked(word(locale, `dataset.files.${kind.key}`));
  return {
    "@id": iris.file(path),
    "@type": ["Distribution", "DataDownload"],
    name: path,
    description,
    title: toLanguageMap(language, path),
    abstract: toLanguageMap(language, description),
    // DCAT-AP 3.0 asks for an address of each; without a base a file has none but that of the page about the book.
    accessUrl: iris.isWeb ? iris.file(path) : (book.address ?? iris.file(path)),
    downloadUrl: iris.isWeb ? iris.file(path) : undefined,
    contentUrl: iris.isWeb ? iris.file(path) : undefined,
    license: book.license && { "@id": book.license.url, "@type": "LicenseDocument" },
    mediaType: describeMediaType(kind.mediaType),
    // DCAT 3, 6.8.18 and 6.8.17.
    compressFormat: kind.compression && describeMediaType(GZIP),
    packageFormat: kind.group === "package" ? describeMediaType(kind.mediaType) : undefined,
    encodingFormat: encodingFormat(kind),
    bytes,
    contentSize: `${bytes} B`,
    sha256,
    checksum: {
      "@id": iris.part("sha256", path),
      "@type": "Checksum",
      algorithm: { "@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "@type": "ChecksumAlgorithm" },
      checksumValue: sha256,
    },
  };
}

/** DCAT 3, 6.8.16: a media type is named by its address in IANA's registry. */
function describeMediaType(mediaType: string): Node {
  return { "@id": `https://www.iana.org/assignments/media-types/${mediaType}`, "@type": "MediaType" };
}

function describeExclusions(library: Library, iris: Iris): Node[] {
  return listExclusions(library).map(({ source, reason }, at) => ({
    "@id": iris.part(`excluded-${at + 1}`),
    "@type": "ExcludedFile",
    path: source,
    reason,
  }));
}
