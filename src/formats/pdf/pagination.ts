import type { NumberedPattern, PatternId } from "../../library/pattern.js";
import { type Edition, viewPattern } from "../../page/view.js";
import type { PrintLocation } from "../format.js";
import { type Furniture, measureFurniture } from "./furniture.js";
import { type Extent, type Measured, measure } from "./measure.js";
import { type Layout, type MeasuredPart, plan, type VolumePlan } from "./plan.js";
import { addressFiles, type Press } from "./press.js";

/** Where everything stands in the book. */
export interface Pagination extends Layout, Pick<Furniture, "front" | "back"> {}

// References grow and shrink by a line or two with their numbers: a last page with less than this, in points, may vanish.
const NEARLY_EMPTY = 72;
// Numbers that still change then change by so little that printing, which checks every page, sets the rest right.
const MOST_ROUNDS = 4;
// What a page of the look holds, about; a book with many tables and bands may take half as many pages again.
const WORDS_PER_PAGE = 230;
const AMPLE = 1.5;

/**
 * Finds the page of every pattern: measures them with the widest numbers they could show, lays them out, and measures
 * again, with the true numbers, those that could take a page less.
 * @param corrections extents seen in print that differ from what was measured: they outweigh it
 */
export async function paginate(press: Press, corrections: ReadonlyMap<PatternId, Extent>): Promise<Pagination> {
  const { patterns } = press.library;
  const widest = widestEdition(press);
  let extents = await measure(
    press,
    withViews(press, patterns, () => widest),
  );
  extents = new Map([...extents, ...corrections]);
  let openers: Furniture["openers"] = new Map();
  for (let round = 1; ; round++) {
    const { volumePages } = press.context.config.pdf;
    const volumes = plan(
      measuredParts(press, extents),
      volumePages,
      (volume, part) => openers.get(volume)?.get(part) ?? 1,
    );
    const locations = locate(volumes, new Map());
    const furniture = await measureFurniture(press, { volumes, locations });
    const risky = patterns.filter(({ id }) => (extents.get(id)?.lastPage ?? 0) < NEARLY_EMPTY);
    const again = await measure(
      press,
      withViews(press, risky, ({ id }) => editionOf(press, locations, locations.get(id)?.volume ?? 1)),
    );
    const seen = new Map([...again, ...corrections]);
    const settled = sameExtents(seen, extents) && sameOpeners(furniture.openers, openers);
    if (settled || round === MOST_ROUNDS) {
      return { ...furniture, volumes, locations: locate(volumes, furniture.front) };
    }
    extents = new Map([...extents, ...seen]);
    openers = furniture.openers;
  }
}

/** How a volume addresses patterns: by link inside it, by volume and page outside. */
export function editionOf(press: Press, locations: ReadonlyMap<PatternId, PrintLocation>, volume: number): Edition {
  return {
    ...addressFiles(),
    href: (id) => (locations.get(id)?.volume === volume ? `#${press.library.byId.get(id)?.slug ?? ""}` : undefined),
    page(id) {
      const location = locations.get(id);
      if (!location) return undefined;
      return { label: location.label, ...(location.volume === volume ? {} : { volume: location.volume }) };
    },
  };
}

/** Every pattern where the longest reference would put it. */
function widestEdition({ library, context }: Press): Edition {
  const published = new Set(library.patterns.map(({ id }) => id));
  const words = library.patterns.reduce((sum, { body }) => sum + body.words, 0);
  const pages = words / WORDS_PER_PAGE;
  const { volumePages } = context.config.pdf;
  const label = "0".repeat(String(Math.round(Math.min(pages * AMPLE, volumePages))).length);
  return {
    ...addressFiles(),
    href: (id) => (published.has(id) ? `#${library.byId.get(id)?.slug ?? ""}` : undefined),
    page: (id) => (published.has(id) ? { label, ...(pages > volumePages ? { volume: 0 } : {}) } : undefined),
  };
}

function withViews(
  { library, context }: Press,
  patterns: readonly NumberedPattern[],
  edition: (pattern: NumberedPattern) => Edition,
): Measured[] {
  return patterns.map((pattern) => ({ pattern, view: viewPattern(library, pattern, edition(pattern), context) }));
}

function measuredParts({ library }: Press, extents: ReadonlyMap<PatternId, Extent>): MeasuredPart[] {
  return library.parts.map(({ number, chapters }) => ({
    part: number,
    chapters: chapters.map(({ domain, patterns }) => ({
      domain,
      patterns: patterns.map(({ id }) => ({ id, pages: extents.get(id)?.pages ?? 1 })),
    })),
  }));
}

function locate(volumes: readonly VolumePlan[], front: Pagination["front"]): Map<PatternId, PrintLocation> {
  return new Map(
    volumes.flatMap(({ number, sheets }) =>
      sheets.flatMap((sheet): [PatternId, PrintLocation][] => {
        if (sheet.kind !== "pattern") return [];
        const page = (front.get(number)?.pages ?? 0) + sheet.page;
        return [[sheet.id, { volume: number, page, label: String(sheet.page) }]];
      }),
    ),
  );
}

function sameExtents(some: ReadonlyMap<PatternId, Extent>, all: ReadonlyMap<PatternId, Extent>): boolean {
  return [...some].every(([id, { pages }]) => all.get(id)?.pages === pages);
}

function sameOpeners(some: Furniture["openers"], others: Furniture["openers"]): boolean {
  return [...some].every(([volume, parts]) =>
    [...parts].every(([part, pages]) => (others.get(volume)?.get(part) ?? 1) === pages),
  );
}
