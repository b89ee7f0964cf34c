import type { Library, Relation } from "../../library/library.js";
import type { NumberedPattern, PatternId, RelationSense } from "../../library/pattern.js";
import { toWords } from "../../library/slug.js";
import { type PageLanguages, titleOn } from "../bands.js";

/** On paper sizes are in points; on a screen they follow the reader's own, and a code to be photographed makes no sense. */
export type Medium = "print" | "screen";

/** What the drawings of a pattern's page show; small and plain, since every view is hashed and crosses threads. */
export interface FiguresView {
  medium: Medium;
  /** Scores of the commons alignment, in the order of the source. */
  scores: { dimension: string; value: number }[];
  neighbours: NeighboursView | null;
}

/** The patterns round a pattern, each in one place, the strongest first. */
export interface NeighboursView {
  /** Larger ones, which it helps complete. */
  above: Neighbour[];
  /** Smaller ones, which complete it. */
  below: Neighbour[];
  beside: Neighbour[];
  /** How many more there are than a small map has room for. */
  more: number;
}

export interface Neighbour {
  number: number;
  /** It says its language where that is another than the page's. */
  title: string;
}

type Side = "above" | "below" | "beside";

/** Where a neighbour stands, by what it is; of several the first counts. */
const SIDES: Readonly<Record<RelationSense, Side>> = {
  generalizes_from: "above",
  required_by: "above",
  specializes_to: "below",
  requires: "below",
  enables: "below",
  tools: "below",
  related: "beside",
  complementary: "beside",
  alternatives: "beside",
  tool_of: "beside",
  enabled_by: "beside",
};
const STRENGTH = Object.keys(SIDES);

// What stays legible on the map: its rows and the columns at its sides.
const ROOM: Readonly<Record<Side, number>> = { above: 5, below: 5, beside: 4 };

/** Gathers what the drawings of a pattern show. */
export function viewFigures(
  library: Pick<Library, "byId" | "relations">,
  pattern: NumberedPattern,
  { medium, pages }: { medium: Medium; pages: PageLanguages },
): FiguresView {
  const scores = pattern.scores.map(({ dimension, value, stated }) => ({
    // Front matter names a dimension by a key.
    dimension: stated === "body" ? dimension : toWords(dimension),
    value,
  }));
  return { medium, scores, neighbours: viewNeighbours(library, pattern, pages) };
}

function viewNeighbours(
  { byId, relations }: Pick<Library, "byId" | "relations">,
  { id }: NumberedPattern,
  pages: PageLanguages,
): NeighboursView | null {
  const nearest = toNearest(relations.get(id) ?? []);
  if (nearest.length === 0) return null;
  const on = (side: Side): Relation[] => nearest.filter(({ kind }) => SIDES[kind] === side);
  const shown = (side: Side): Neighbour[] =>
    on(side)
      .slice(0, ROOM[side])
      .flatMap(({ target }) => {
        const pattern = byId.get(target);
        return pattern ? [{ number: pattern.number, title: titleOn(pages, pattern) }] : [];
      })
      .toSorted((a, b) => a.number - b.number);
  const sides = { above: shown("above"), below: shown("below"), beside: shown("beside") };
  const places = sides.above.length + sides.below.length + sides.beside.length;
  return { ...sides, more: nearest.length - places };
}

/** One relation for each neighbour, the closest kind and the greatest weight first. */
function toNearest(relations: readonly Relation[]): Relation[] {
  const strength = ({ kind }: Relation): number => STRENGTH.indexOf(kind);
  const sorted = relations.toSorted((a, b) => strength(a) - strength(b) || (b.weight ?? 0) - (a.weight ?? 0));
  const seen = new Set<PatternId>();
  return sorted.filter(({ target }) => {
    const first = !seen.has(target);
    seen.add(target);
    return first;
  });
}
