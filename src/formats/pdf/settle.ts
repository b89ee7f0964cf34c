import type { Library } from "../../library/library.js";
import type { PatternId } from "../../library/pattern.js";
import { present } from "../../library/present.js";
import { type Pagination, paginate } from "./paging/pagination.js";
import type { Press } from "./press.js";
import { type PrintedVolume, printVolumes } from "./printed-volumes.js";

// Measured and printed pages agree but for rare cases; a second correction has never been needed.
const MOST_PRINTINGS = 3;

/**
 * Lays the book out and prints it. Where a pattern comes out longer or shorter than measured, everything after it moves:
 * the numbers are set anew, and what they change is printed again.
 */
export async function printUntilSettled(press: Press): Promise<{ pagination: Pagination; volumes: PrintedVolume[] }> {
  const corrections = new Map<PatternId, number>();
  let printed: Pagination | undefined;
  for (let printing = 1; ; printing++) {
    const pagination: Pagination = await paginate(press, corrections, printed);
    const volumes = await printVolumes(press, pagination);
    const drifted = volumes.flatMap((printed) => findDrift(press.library, pagination, printed));
    if (drifted.length === 0) return { pagination, volumes };
    if (printing === MOST_PRINTINGS) throw new Error(`the pages of ${drifted.length} patterns do not settle`);
    for (const [id, pages] of drifted) corrections.set(id, pages);
    printed = pagination;
  }
}

/** Patterns that take more or fewer pages in print than in the plan, and how many. */
function findDrift({ byId }: Library, { front, back }: Pagination, printed: PrintedVolume): [PatternId, number][] {
  const { sheets, number, pages } = printed.volume;
  const before = present(front.get(number), "the front matter of volume", number).pages;
  const [end] = present(back.get(number), "the back matter of volume", number).places;
  const pageOf = (name: string): number => present(printed.finished.places[name], "the page of", name);
  const patterns = sheets.filter((sheet) => sheet.kind === "pattern");
  const drifted: [PatternId, number][] = [];
  let shift = 0;
  for (const [index, sheet] of patterns.entries()) {
    const next = patterns[index + 1];
    // What follows the last pattern is the back matter, which has a colophon at least.
    const after = present(next ?? end, "what follows", sheet.id);
    const expected = next ? next.page : pages + after.page;
    const found = pageOf(next ? present(byId.get(next.id), "the pattern", next.id).slug : after.id);
    const drift = found - (before + expected) - shift;
    if (drift !== 0) drifted.push([sheet.id, sheet.pages + drift]);
    shift += drift;
  }
  return drifted;
}
