import type { Root } from "hast";
import type { Frames } from "../frame.js";
import type { Frame, Story } from "../model.js";
import { chooseSections } from "./choose-sections.js";
import type { SheetPart } from "./settings.js";

/** The front and the back of one paper. */
const SIDES = 2;
/** Of a page's height, what is left free: without our faces others are wider, and lines break before they are full. */
const FREE = 0.16;
/** Letters for each section, the most first: the last is a paragraph. */
const LETTERS = [Number.POSITIVE_INFINITY, 3000, 2200, 1600, 1200, 900, 600, 400, 200];

/** Pages to count on, of a height that holds with other faces too. */
export function lowerPages({ upright, turned }: Frames): Frames {
  const lower = (frame: Frame): Frame => ({ ...frame, height: Math.round(frame.height * (1 - FREE)) });
  return { upright: lower(upright), turned: lower(turned) };
}

/**
 * A page as a sheet of two sides: chosen sections, whole where there is room, else their beginnings, all alike.
 * @param countPages an estimate
 */
export function fitSheet(
  page: Root,
  parts: readonly SheetPart[],
  { serialize, countPages }: { serialize(page: Root): Story; countPages(story: Story): number },
): Story {
  for (const letters of LETTERS) {
    const story = serialize(chooseSections(page, parts, letters));
    if (countPages(story) <= SIDES) return story;
  }
  return serialize(chooseSections(page, parts, 0));
}
