import type { Root } from "mdast";
import type { Observation, Omission } from "../pattern.js";
import { pointAt } from "../point.js";
import type { Removal } from "./boilerplate.js";
import { dropTaken } from "./foreign/drop-taken.js";
import { readClean } from "./foreign/index.js";
import type { Stretch } from "./foreign/stretch.js";
import { takeOut } from "./foreign/take-out.js";
import { readLiquidLinks } from "./liquid-links.js";
import type { Parse } from "./markdown.js";
import { dropQueries } from "./queries.js";
import { unbracketHeadings } from "./unbracket-headings.js";
import { flattenWikilinks } from "./wikilinks.js";

/** A body as Markdown that was read and not yet changed: fields may be looked for in it. */
export interface OpenBody {
  source: string;
  tree: Root;
  /** What the tree was read from: as long as the source, line by line. */
  text: string;
  removals: Removal[];
  observations: Observation[];
}

/** A stretch of the source that is no part of the body, and why. */
export interface CutStretch extends Stretch {
  kind: Omission["kind"];
  /** What a reader would see of it, where that is another than what is written. */
  words?: string;
}

/**
 * @param source the body, padded so that positions are those of the file
 * @param cuts what is taken out of it before it is read, in any order
 * @param parse reads Markdown, where that is not done by our syntax alone
 */
export function openBody(source: string, cuts: readonly CutStretch[] = [], parse?: Parse): OpenBody {
  const observations: Observation[] = [];
  const sorted = cuts.toSorted((a, b) => a.start - b.start);
  const apart = sorted.filter(({ start }, at) => start >= Math.max(0, ...sorted.slice(0, at).map(({ end }) => end)));
  const clean = readClean(takeOut(source, apart), observations, parse);
  if (apart.length > 0) dropTaken(clean.tree);
  const queries = dropQueries(clean.tree, observations);
  readLiquidLinks(clean.tree);
  flattenWikilinks(clean.tree);
  unbracketHeadings(clean.tree);
  const removals = apart.map(
    ({ kind, start, end, words }): Removal => ({
      kind,
      text: words ?? source.slice(start, end).trim(),
      place: pointAt(source, start),
      start,
      end,
    }),
  );
  return { source, ...clean, removals: [...clean.removals, ...queries, ...removals], observations };
}
