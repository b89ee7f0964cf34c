import type { NumberedPattern } from "../../library/pattern.js";
import type { Node } from "../../linked-data/node.js";
import type { Basis } from "./basis.js";
import type { Passage } from "./passages/passage.js";
import type { PatternRecord } from "./record.js";

/** A pattern on its way into the files. */
export interface DatasetEntry {
  pattern: NumberedPattern;
  /** Without the text. */
  node: Node;
  /** With the text. */
  whole: Node;
  record: PatternRecord;
  /** Its text in pieces. */
  chunks: readonly Passage[];
}

/** A pattern as tables have it: its record, and where the values of the library's own fields are. */
export interface PatternRow extends PatternRecord {
  own: Pick<NumberedPattern, "extra">;
}

/** Where entries go, in book order. */
export interface Sink {
  add(entry: DatasetEntry): void | Promise<void>;
  close(): void | Promise<void>;
}

/** One way to write the patterns: a file, or a folder of files. */
export interface Serialization {
  /** Path in the dataset's folder, one of the table of files; a folder's ends in a slash. */
  path: string;
  /** Whether a library has it; every one has those that do not say. */
  isWanted?(basis: Basis): boolean;
  /** @param path where to write the file, or the files of the folder */
  open(path: string, basis: Basis): Promise<Sink>;
}
