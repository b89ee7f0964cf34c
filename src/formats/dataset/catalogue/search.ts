import { nameAgent } from "../../../linked-data/agents.js";
import type { Basis } from "../basis.js";
import { encodingFormat, FILE_KINDS } from "./files.js";
import type { Measured } from "./measure.js";
import { periodOf, toInstant, toVersion } from "./time.js";

/** The dataset in schema.org's words alone, as Google Dataset Search reads it in a page. */
export function describeForSearch(files: readonly Measured[], { config, date, library, setting }: Basis): object {
  const { book } = config;
  const { iris } = setting;
  const period = periodOf(library);
  const formats = new Map(FILE_KINDS.map((kind) => [kind.path, encodingFormat(kind)]));
  return {
    "@context": "https://schema.org/",
    "@type": "Dataset",
    "@id": iris.dataset,
    name: book.title,
    alternateName: book.subtitle,
    description: book.description ?? book.title,
    url: book.address ?? iris.dataset,
    identifier: iris.dataset,
    inLanguage: book.language,
    keywords: book.subjects,
    license: book.license?.url,
    isAccessibleForFree: true,
    creator: book.creators.map(nameAgent),
    publisher: book.publisher === undefined ? undefined : { "@type": "Organization", name: book.publisher },
    version: toVersion(date),
    datePublished: toInstant(date),
    temporalCoverage: period && `${period.start.slice(0, 10)}/${period.end.slice(0, 10)}`,
    distribution: files.flatMap(({ path, bytes, sha256 }) => {
      const encodingFormat = formats.get(path);
      if (encodingFormat === undefined) return [];
      return [
        { "@type": "DataDownload", contentUrl: iris.file(path), encodingFormat, contentSize: `${bytes} B`, sha256 },
      ];
    }),
  };
}
