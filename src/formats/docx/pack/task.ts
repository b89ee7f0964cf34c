import type { PatternView } from "../../../page/pattern-view.js";
import type { CardView } from "../../card-view.js";
import type { PictureFile, Series } from "../task.js";
import type { PackView } from "./pack-view.js";

/** A pattern of a pack: its card, its handout, or both. */
export interface Member {
  number: number;
  title: string;
  /** Path of its file in the library, for messages. */
  source: string;
  /** Where the parsed body lies. */
  bodyPath: string;
  words: number;
  /** Ids of places in it that other patterns lead to. */
  anchors: readonly string[];
  card?: CardView;
  handout?: { view: PatternView; pictures: Record<string, PictureFile> };
}

/** A pack to render; plain data for a worker thread. */
export interface PackTask {
  series: Series;
  view: PackView;
  members: Member[];
  /** Where to write the document. */
  out: string;
}

/** The id by which links of a pack name a pattern in it. */
export function idInPack(number: number): string {
  return `pattern-${number}`;
}
