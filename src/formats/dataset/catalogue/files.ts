/** A file of the dataset, or a folder of files of one kind. */
export interface FileKind {
  /** Where its description stands in the locale, below `dataset.files`. */
  key: string;
  /** Path in the dataset's folder; a folder's ends in a slash. */
  path: string;
  mediaType: string;
}

/** Every kind of file, in the order in which a reader would want to hear of them. */
export const FILE_KINDS: readonly FileKind[] = [
  { key: "patterns_jsonld", path: "patterns.jsonld", mediaType: "application/ld+json" },
  { key: "graph_jsonld", path: "graph.jsonld", mediaType: "application/ld+json" },
];

/** The media type of a file by its path. Throws where no kind has it: then the table lacks a line. */
export function mediaTypeOf(path: string): string {
  const kind = FILE_KINDS.find((one) => one.path === path || (one.path.endsWith("/") && path.startsWith(one.path)));
  if (!kind) throw new Error(`no kind of file is called ${path}`);
  return kind.mediaType;
}
