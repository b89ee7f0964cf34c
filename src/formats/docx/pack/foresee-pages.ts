import { turnPages } from "../turn-pages.js";
import type { Leaf } from "./bench.js";
import type { Measure } from "./heights.js";
import { reckonPages } from "./reckon-pages.js";

/** The page on which each leaf of a pack begins, by its id: cards share pages, two and two. */
export function foreseePages(leaves: readonly Leaf[], measure: Measure): Map<string, number> {
  const pages = new Map<string, number>();
  let next = 1;
  let cards = 0;
  for (const { id, story, frames } of leaves) {
    const perPage = frames.upright.columns?.count;
    if (perPage === undefined) {
      next += Math.ceil(cards);
      cards = 0;
    }
    if (id !== undefined) pages.set(id, next + Math.floor(cards));
    if (perPage === undefined) next += reckonPages(turnPages(story.blocks, frames), story.notes, measure);
    else cards += 1 / perPage;
  }
  return pages;
}
