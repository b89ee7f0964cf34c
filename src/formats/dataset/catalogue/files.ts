/** A file of the dataset, or a folder of files of one kind. */
export interface FileKind {
  /** Where its description stands in the locale, below `dataset.files`. */
  key: string;
  /** Path in the dataset's folder; a folder's ends in a slash. */
  path: string;
  mediaType: string;
  /** Whether only some libraries have it. */
  isOptional?: true;
}

/** Every kind of file, in the order in which a reader would want to hear of them. */
export const FILE_KINDS: readonly FileKind[] = [
  { key: "page", path: "index.html", mediaType: "text/html" },
  { key: "readme", path: "README.md", mediaType: "text/markdown" },
  { key: "patterns_csv", path: "patterns.csv", mediaType: "text/csv" },
  { key: "relations_csv", path: "relations.csv", mediaType: "text/csv" },
  { key: "patterns_parquet", path: "patterns.parquet", mediaType: "application/vnd.apache.parquet" },
  { key: "patterns_jsonl", path: "patterns.jsonl", mediaType: "application/jsonl" },
  { key: "texts_jsonl", path: "texts.jsonl", mediaType: "application/jsonl", isOptional: true },
  { key: "changes", path: "changes.jsonl", mediaType: "application/jsonl", isOptional: true },
  { key: "schema", path: "pattern.schema.json", mediaType: "application/schema+json" },
  { key: "patterns_jsonld", path: "patterns.jsonld", mediaType: "application/ld+json" },
  { key: "graph_jsonld", path: "graph.jsonld", mediaType: "application/ld+json" },
  { key: "pattern_files", path: "patterns/", mediaType: "application/ld+json" },
  { key: "patterns_turtle", path: "patterns.ttl", mediaType: "text/turtle" },
  { key: "graphml", path: "graph.graphml", mediaType: "application/graphml+xml" },
  { key: "context", path: "context.jsonld", mediaType: "application/ld+json" },
  { key: "vocabulary", path: "vocabulary.ttl", mediaType: "text/turtle" },
  { key: "shapes", path: "shapes.ttl", mediaType: "text/turtle" },
  { key: "dataset", path: "dataset.jsonld", mediaType: "application/ld+json" },
  { key: "croissant", path: "croissant.json", mediaType: "application/ld+json" },
  { key: "datapackage", path: "datapackage.json", mediaType: "application/json" },
  { key: "citation", path: "CITATION.cff", mediaType: "application/yaml" },
  { key: "licence", path: "LICENSE", mediaType: "text/plain" },
  { key: "checksums", path: "SHA256SUMS", mediaType: "text/plain" },
  { key: "whole", path: "dataset.zip", mediaType: "application/zip" },
];

/** The media type of a file by its path. Throws where no kind has it: then the table lacks a line. */
export function mediaTypeOf(path: string): string {
  const kind = FILE_KINDS.find((one) => one.path === path || (one.path.endsWith("/") && path.startsWith(one.path)));
  if (!kind) throw new Error(`no kind of file is called ${path}`);
  return kind.mediaType;
}
