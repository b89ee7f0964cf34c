import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";

/** A place on the map, in units of its own from 0 to 1000. */
export type Position = readonly [x: number, y: number];

// Enough for the picture to settle; each step takes a time in proportion to n log n.
const STEPS = 160;

/**
 * Lays out patterns so that related ones are close together. d3-force begins with a spiral and draws its random numbers
 * from a generator of its own: the same library gives the same picture.
 * @param edges pairs of places in the list of patterns
 */
export function layOut(count: number, edges: readonly (readonly [number, number])[]): Position[] {
  const nodes = Array.from({ length: count }, (): SimulationNodeDatum => ({}));
  const links = edges.map(([source, target]) => ({ source, target }));
  forceSimulation(nodes)
    .force("link", forceLink(links).distance(28).strength(0.3))
    .force("charge", forceManyBody().strength(-34).distanceMax(320))
    // Those that nothing ties would drift away.
    .force("x", forceX().strength(0.045))
    .force("y", forceY().strength(0.06))
    .stop()
    .tick(STEPS);
  return scale(nodes.map(({ x = 0, y = 0 }): Position => [x, y]));
}

function scale(places: readonly Position[]): Position[] {
  const [left, right] = span(places.map(([x]) => x));
  const [top, bottom] = span(places.map(([, y]) => y));
  const size = Math.max(right - left, bottom - top) || 1;
  const round = (value: number): number => Math.round(value * 1000);
  const middle = (low: number, high: number, value: number): number => 0.5 + (value - (low + high) / 2) / size;
  return places.map(([x, y]) => [round(middle(left, right, x)), round(middle(top, bottom, y))]);
}

function span(values: readonly number[]): [number, number] {
  return [values.reduce((a, b) => Math.min(a, b), 0), values.reduce((a, b) => Math.max(a, b), 0)];
}
