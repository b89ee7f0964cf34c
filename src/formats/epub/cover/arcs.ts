import type { Library } from "../../../library/pattern.js";

/** The relations of a library as a drawing; all lengths in pixels. */
export interface Arcs {
  width: number;
  height: number;
  /** Where the line of patterns lies, from above. */
  baseline: number;
  /** SVG path data: a half circle for every two patterns that are related. */
  paths: string[];
  /** Places of the patterns on the line. */
  dots: string[];
  radius: number;
  stroke: number;
  /** Names of the parts that are wide enough to bear them, and where their middles lie. */
  names: { name: string; x: string }[];
}

// What a letter of a part's name takes, spaced out, in pixels.
const LETTER = 22;

/**
 * Draws the patterns as dots on a line, in book order and parted by part, and joins those that are related by half
 * circles: the more a book hangs together, the denser its arches.
 * @param names of the parts
 */
export function drawArcs(library: Library, names: readonly string[], width: number): Arcs {
  const { parts, patterns, relations } = library;
  const gap = width / 40;
  const step = (width - gap * (parts.length - 1)) / Math.max(1, patterns.length);
  const places = new Map<string, number>();
  const spans = parts.map((part, at) => {
    const members = part.chapters.flatMap((chapter) => chapter.patterns);
    const from = places.size * step + at * gap;
    for (const { id } of members) places.set(id, places.size * step + at * gap + step / 2);
    const to = places.size * step + at * gap;
    return { name: names[at] ?? "", width: to - from, x: fixed((from + to) / 2) };
  });
  const baseline = width / 2;
  const pairs = [...places].flatMap(([id, from]) =>
    [...new Set(relations.get(id)?.map(({ target }) => target))].flatMap((target) => {
      const to = places.get(target);
      return to !== undefined && to > from ? [[from, to] as const] : [];
    }),
  );
  return {
    width,
    height: baseline,
    baseline,
    paths: pairs.map(([from, to]) => {
      const radius = fixed((to - from) / 2);
      return `M${fixed(from)} ${baseline}A${radius} ${radius} 0 0 1 ${fixed(to)} ${baseline}`;
    }),
    dots: [...places.values()].map(fixed),
    radius: Number(fixed(Math.min(7, step / 3))),
    // Many arcs are drawn finer, so that the arches stay open.
    stroke: Number(fixed(Math.max(0.35, Math.min(2, 30 / Math.sqrt(pairs.length + 1))))),
    names: spans.filter(({ name, width }) => name.length * LETTER < width),
  };
}

function fixed(length: number): string {
  return length.toFixed(2).replace(/\.?0+$/, "");
}
