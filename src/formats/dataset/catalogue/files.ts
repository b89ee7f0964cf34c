/** A file of the dataset, or a folder of files of one kind. */
export interface FileKind {
  /** Where its description stands in the locale, below `dataset.files`. */
  key: string;
  /** Path in the dataset's folder; a folder's ends in a slash. */
  path: string;
  /** Of what it holds, were it not compressed. */
  mediaType: string;
  /** What it is for: those for reading whole texts are large. */
  group: "table" | "text" | "graph" | "paper" | "package";
  /** How the file as a whole is compressed; Parquet and zip are so inside. */
  compression?: "gzip";
  /** Whether only some libraries have it. */
  isOptional?: true;
}

/** Every kind of file, in the order in which a reader would want to hear of them. */
export const FILE_KINDS: readonly FileKind[] = [
  { key: "page", path: "index.html", mediaType: "text/html", group: "paper" },
  { key: "readme", path: "README.md", mediaType: "text/markdown", group: "paper" },
  { key: "llms", path: "llms.txt", mediaType: "text/plain", group: "paper" },
  { key: "patterns_csv", path: "patterns.csv", mediaType: "text/csv", group: "table" },
  { key: "relations_csv", path: "relations.csv", mediaType: "text/csv", group: "table" },
  { key: "patterns_parquet", path: "patterns.parquet", mediaType: "application/vnd.apache.parquet", group: "table" },
  { key: "relations_parquet", path: "relations.parquet", mediaType: "application/vnd.apache.parquet", group: "table" },
  { key: "sections_parquet", path: "sections.parquet", mediaType: "application/vnd.apache.parquet", group: "table" },
  { key: "chunks", path: "chunks.jsonl.gz", mediaType: "application/jsonl", group: "text", compression: "gzip" },
  {
    key: "patterns_jsonl",
    path: "patterns.jsonl.gz",
    mediaType: "application/jsonl",
    group: "text",
    compression: "gzip",
  },
  {
    key: "texts_jsonl",
    path: "texts.jsonl.gz",
    mediaType: "application/jsonl",
    group: "text",
    compression: "gzip",
    isOptional: true,
  },
  { key: "changes", path: "changes.jsonl", mediaType: "application/jsonl", group: "paper", isOptional: true },
  { key: "schema", path: "pattern.schema.json", mediaType: "application/schema+json", group: "paper" },
  { key: "graph_jsonld", path: "graph.jsonld", mediaType: "application/ld+json", group: "graph" },
  { key: "graphml", path: "graph.graphml", mediaType: "application/graphml+xml", group: "graph" },
  { key: "patterns_turtle", path: "patterns.ttl.gz", mediaType: "text/turtle", group: "text", compression: "gzip" },
  { key: "pattern_files", path: "patterns/", mediaType: "application/ld+json", group: "text", isOptional: true },
  { key: "context", path: "context.jsonld", mediaType: "application/ld+json", group: "paper" },
  { key: "vocabulary", path: "vocabulary.ttl", mediaType: "text/turtle", group: "paper" },
  { key: "shapes", path: "shapes.ttl", mediaType: "text/turtle", group: "paper" },
  { key: "dataset", path: "dataset.jsonld", mediaType: "application/ld+json", group: "paper" },
  { key: "croissant", path: "croissant.json", mediaType: "application/ld+json", group: "paper" },
  { key: "datapackage", path: "datapackage.json", mediaType: "application/json", group: "paper" },
  { key: "citation", path: "CITATION.cff", mediaType: "application/yaml", group: "paper" },
  { key: "licence", path: "LICENSE", mediaType: "text/plain", group: "paper" },
  { key: "checksums", path: "SHA256SUMS", mediaType: "text/plain", group: "paper" },
  { key: "whole", path: "dataset.zip", mediaType: "application/zip", group: "package" },
];

/** The kind of a file by its path; of a file in a folder, the folder's. */
export function kindOf(path: string): FileKind | undefined {
  return FILE_KINDS.find((one) => one.path === path || (one.path.endsWith("/") && path.startsWith(one.path)));
}

/** RFC 6713. */
export const GZIP = "application/gzip";

/** The media type of a file as it lies there, by its path. Throws where no kind has it: then the table lacks a line. */
export function mediaTypeOf(path: string): string {
  const kind = kindOf(path);
  if (!kind) throw new Error(`no kind of file is called ${path}`);
  return kind.compression === "gzip" ? GZIP : kind.mediaType;
}

/** What the file is to a program: the media type of what it holds, and that of its compression. */
export function encodingFormat({ mediaType, compression }: FileKind): string | string[] {
  return compression === "gzip" ? [mediaType, GZIP] : mediaType;
}
