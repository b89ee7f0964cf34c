import type { Library } from "../../library/library.js";
import type { PatternId } from "../../library/pattern.js";
import { present } from "../../library/present.js";
import { type Curve, thin } from "./thin.js";

/** A library drawn as the head of a sunflower; lengths in points from its centre, y downwards. */
export interface SeedHead {
  radius: number;
  /** SVG path data: a curve for every two patterns that are related. */
  curves: string;
  seeds: Seed[];
}

/** A pattern. */
export interface Seed {
  x: string;
  y: string;
  radius: string;
  /** Of another volume: drawn as a ring. */
  open: boolean;
}

interface PlacedPattern {
  id: PatternId;
  x: number;
  y: number;
  /** 0 for the first part. */
  part: number;
}

export interface SeedHeadOptions {
  radius: number;
  /** Whether a pattern belongs to this volume; all do where the book is one. */
  own?: (id: PatternId) => boolean;
}

// The golden angle: seeds placed at it, one after the other, leave no gaps at any number (Vogel 1979).
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

// Between two parts lies room for this share of all seeds: each level shows as a ring.
const GAP = 0.05;

// How far a curve is drawn towards the centre; 1 is a straight line.
const BEND = 0.6;

// More lines close up to a grey, and cost a printer's processor time.
const MOST_CURVES = 700;

// Seeds shrink from the universal in the heart to practice at the rim.
const SIZES = [1.1, 0.95, 0.82, 0.7, 0.58, 0.5];

// Points: what print holds. And a share of the radius: in a small library seeds stay seeds.
const SMALLEST = 0.45;
const LARGEST = 0.05;

/**
 * Places the patterns in book order from the heart to the rim, parted by part, and joins those that are related. The
 * more relations a pattern has, the larger its seed.
 */
export function drawSeedHead(library: Pick<Library, "parts" | "relations">, options: SeedHeadOptions): SeedHead {
  const { radius, own = () => true } = options;
  const places = placeSeeds(library, radius);
  const relatives = countRelatives(library, places);
  const most = Math.max(1, ...relatives.values());
  const spacing = radius * Math.sqrt(Math.PI / Math.max(places.size, 7));
  return {
    radius,
    curves: thin(joinSeeds(library, places, own), MOST_CURVES)
      .map(toPath)
      .join(""),
    seeds: [...places.values()].map(({ id, x, y, part }) => {
      const share = Math.sqrt(present(relatives.get(id), "the relatives of", id) / most);
      const size = spacing * (0.07 + 0.14 * share) * (SIZES[part] ?? 0.5);
      return {
        x: fixed(x),
        y: fixed(y),
        radius: fixed(Math.min(Math.max(size, SMALLEST), radius * LARGEST)),
        open: !own(id),
      };
    }),
  };
}

function placeSeeds({ parts }: Pick<Library, "parts">, radius: number): Map<PatternId, PlacedPattern> {
  const members = parts.map(({ chapters }) => chapters.flatMap(({ patterns }) => patterns));
  const count = members.flat().length;
  const total = count * (1 + GAP * (parts.length - 1));
  const places = new Map<PatternId, PlacedPattern>();
  for (const [part, patterns] of members.entries()) {
    for (const { id } of patterns) {
      const angle = places.size * GOLDEN_ANGLE - Math.PI / 2;
      const distance = radius * Math.sqrt((places.size + 0.5 + part * count * GAP) / total);
      places.set(id, { id, x: distance * Math.cos(angle), y: distance * Math.sin(angle), part });
    }
  }
  return places;
}

function relativesOf(
  { relations }: Pick<Library, "relations">,
  places: ReadonlyMap<PatternId, PlacedPattern>,
  id: PatternId,
) {
  return [...new Set(relations.get(id)?.map(({ target }) => target))].flatMap((target) => places.get(target) ?? []);
}

function countRelatives(library: Pick<Library, "relations">, places: ReadonlyMap<PatternId, PlacedPattern>) {
  return new Map([...places.keys()].map((id) => [id, relativesOf(library, places, id).length]));
}

/** A curve for every pair with an own pattern: relations are known at both ends, and the later one draws it. */
function joinSeeds(
  library: Pick<Library, "relations">,
  places: ReadonlyMap<PatternId, PlacedPattern>,
  own: (id: PatternId) => boolean,
): Curve<PlacedPattern>[] {
  const order = new Map([...places.keys()].map((id, index) => [id, index]));
  const placeOf = ({ id }: PlacedPattern): number => present(order.get(id), "the order of", id);
  return [...places.values()].flatMap((to) =>
    relativesOf(library, places, to.id)
      .filter((from) => placeOf(from) < placeOf(to) && (own(from.id) || own(to.id)))
      .map((from) => ({ from, to, length: Math.hypot(from.x - to.x, from.y - to.y) })),
  );
}

function toPath({ from, to }: Curve<PlacedPattern>): string {
  const [x, y] = [((from.x + to.x) / 2) * BEND, ((from.y + to.y) / 2) * BEND];
  return `M${fixed(from.x)} ${fixed(from.y)}Q${fixed(x)} ${fixed(y)} ${fixed(to.x)} ${fixed(to.y)}`;
}

/** Hundredths: finer than any printer draws. */
function fixed(length: number): string {
  return length.toFixed(2).replace(/\.?0+$/, "");
}
