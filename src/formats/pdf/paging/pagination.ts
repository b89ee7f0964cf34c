import type { NumberedPattern, PatternId } from "../../../library/pattern.js";
import { present } from "../../../library/present.js";
import type { EditionAddresses } from "../../../page/edition-addresses.js";
import { viewPattern } from "../../../page/pattern-view.js";
import type { PrintLocation } from "../../locations.js";
import { textAddress, volumesOfTexts } from "../matter/text-places.js";
import { addressFiles, type Press } from "../press.js";
import type { Extent } from "./extents.js";
import { type Furniture, measureFurniture } from "./furniture.js";
import { type Measured, measure } from "./measure.js";
import { type Layout, type MeasuredPart, plan, type VolumePlan } from "./plan.js";

/** Where everything stands in the book. */
export interface Pagination extends Layout, Furniture {}

// After so many rounds the changes are small, and printing, which checks every page, corrects what is left.
const MOST_ROUNDS = 9;
// Volumes can go round in circles: with one pattern more a volume has one page of contents more, and no room for it; or
// its opener has one page more, and the volumes are less even than others would be. From then on each keeps the most
// pages of matter that it ever had, and begins where it began.
const PATIENT_ROUNDS = 3;

/**
 * Finds the page of every pattern. A reference takes room for its page number, so patterns are measured with numbers
 * as long as those of a guess, laid out, and measured again where a number became longer or shorter.
 * @param corrections pages seen in print that differ from what was measured: they outweigh it
 * @param printed how the book was laid out when that was seen: its volumes begin where they began, or what is printed
 * again would not be what was corrected
 */
export async function paginate(
  press: Press,
  corrections: ReadonlyMap<PatternId, number>,
  printed?: Pagination,
): Promise<Pagination> {
  const guess = new Map(press.library.patterns.map((pattern) => [pattern.id, guessExtent(press, pattern)]));
  let layout: Layout = printed ?? layOut(press, guess, NO_FURNITURE);
  let furniture: Furniture = printed ?? NO_FURNITURE;
  let kept = printed ? keepMost(NOTHING_KEPT, printed, printed.volumes) : NOTHING_KEPT;
  for (let round = 1; ; round++) {
    const extents = correct(await measure(press, viewsIn(press, layout)), corrections);
    const laid = layOut(press, extents, furniture, kept);
    furniture = await measureFurniture(press, laid);
    if (round > PATIENT_ROUNDS) kept = keepMost(kept, furniture, laid.volumes);
    // Where a volume ends depends on its front and back matter: patterns are measured again only after those are known.
    const next = layOut(press, extents, furniture, kept);
    const settled = sameLayout(laid, layout) && sameLayout(next, laid);
    if (settled || round === MOST_ROUNDS) {
      return { ...furniture, volumes: laid.volumes, locations: locate(laid.volumes, furniture.front) };
    }
    layout = next;
  }
}

/** How a volume addresses patterns: by link inside it, by volume and page outside. */
export function addressesIn(
  press: Press,
  locations: ReadonlyMap<PatternId, PrintLocation>,
  volume: number,
): EditionAddresses {
  const texts = volumesOfTexts(press.library, locations);
  return {
    ...addressFiles(),
    numbersMentions: true,
    href: (id, anchor = present(press.library.byId.get(id), "the pattern", id).slug) =>
      locations.get(id)?.volume === volume ? `#${anchor}` : undefined,
    text: (id, anchor) => (texts.get(id) === volume ? textAddress(press.library, id, anchor) : undefined),
    page(id) {
      const location = locations.get(id);
      if (!location) return undefined;
      return { label: location.label, ...(location.volume === volume ? {} : { volume: location.volume }) };
    },
  };
}

const NO_FURNITURE: Furniture = { front: new Map(), openers: new Map(), back: new Map() };

// Of the corpus in 6×9 in, where the text block has 164,000 square points and a pattern ends on a page half full.
const WORDS_PER_SQUARE_POINT = 255 / 164_000;

function guessExtent({ geometry }: Press, { body }: NumberedPattern): Extent {
  const block = (geometry.width - geometry.inner - geometry.outer) * geometry.block;
  return { pages: Math.ceil(body.words / (WORDS_PER_SQUARE_POINT * block) + 0.5), sources: [] };
}

/** Extents with the pages that print has found; sources stand at the end of a pattern, and move with it. */
function correct(
  measured: ReadonlyMap<PatternId, Extent>,
  corrections: ReadonlyMap<PatternId, number>,
): Map<PatternId, Extent> {
  return new Map(
    [...measured].map(([id, extent]) => {
      const pages = corrections.get(id) ?? extent.pages;
      const sources = extent.sources.map((page) => Math.max(0, page + pages - extent.pages));
      return [id, { pages, sources }];
    }),
  );
}

/** What volumes keep from one round to the next. */
interface Kept {
  /** Pages for the matter round the patterns, by the number of the volume. */
  matter: ReadonlyMap<number, number>;
  /** The first pattern of each volume. */
  starts?: ReadonlySet<PatternId>;
}

const NOTHING_KEPT: Kept = { matter: new Map() };

function keepMost({ matter }: Kept, furniture: Furniture, volumes: readonly VolumePlan[]): Kept {
  const first = volumes.flatMap(({ sheets }) => sheets.find((sheet) => sheet.kind === "pattern") ?? []);
  return {
    matter: new Map(
      volumes.map(({ number }) => [number, Math.max(matter.get(number) ?? 0, matterPages(furniture, number))]),
    ),
    starts: new Set(first.map(({ id }) => id)),
  };
}

function matterPages({ front, back }: Furniture, volume: number): number {
  return (front.get(volume)?.pages ?? 0) + (back.get(volume)?.pages ?? 0);
}

function layOut(
  { library, terms }: Press,
  extents: ReadonlyMap<PatternId, Extent>,
  furniture: Furniture,
  { matter, starts }: Kept = NOTHING_KEPT,
): Layout {
  const parts = library.parts.map(
    ({ number, name, chapters }): MeasuredPart => ({
      part: number,
      hasOpener: name !== undefined,
      chapters: chapters.map(({ patterns }) => ({
        patterns: patterns.map(({ id }) => ({ id, ...present(extents.get(id), "the pages of", id) })),
      })),
    }),
  );
  const volumes = plan(parts, {
    limit: (volume) => terms.volumePages - Math.max(matterPages(furniture, volume), matter.get(volume) ?? 0),
    // Before openers are measured one page is the guess.
    openerPages: (volume, part) => furniture.openers.get(volume)?.get(part) ?? 1,
    ...(starts ? { starts } : {}),
  });
  return { volumes, locations: locate(volumes, furniture.front) };
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

function viewsIn(press: Press, { locations }: Layout): Measured[] {
  return press.library.patterns.map((pattern) => {
    const addresses = addressesIn(
      press,
      locations,
      present(locations.get(pattern.id), "the place of", pattern.id).volume,
    );
    return { pattern, view: viewPattern(press.library, pattern, addresses, press.context) };
  });
}

/** Pages in front of the body move nothing that is printed. */
function sameLayout(one: Layout, other: Layout): boolean {
  return JSON.stringify(one.volumes) === JSON.stringify(other.volumes);
}
