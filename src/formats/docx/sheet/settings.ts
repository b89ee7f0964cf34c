import { z } from "zod";
import { SECTION_ROLES } from "../../../library/pattern.js";

/** What may stand on a sheet: the summary, the relations (`related-patterns`), and sections by what they are for. */
const PARTS = ["summary", ...SECTION_ROLES] as const;
export type SheetPart = (typeof PARTS)[number];

/** What participants need: what pulls, what to hold to, what to do, and what is near. */
export const sheetSchema = z
  .array(z.enum(PARTS))
  .min(1)
  .default(["summary", "problem", "principles", "solution", "implementation", "related-patterns"]);

/** Which handouts are made: `true` is `full`. */
export const handoutsSchema = z.union([z.boolean(), z.enum(["full", "sheet", "both"])]).default(true);
type Handouts = z.infer<typeof handoutsSchema>;

/** Whether each pattern is made whole. */
export function makesFull(handouts: Handouts): boolean {
  return handouts === true || handouts === "full" || handouts === "both";
}

/** Whether each pattern is made as a sheet of two sides. */
export function makesSheet(handouts: Handouts): boolean {
  return handouts === "sheet" || handouts === "both";
}
