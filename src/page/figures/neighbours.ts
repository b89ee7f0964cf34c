import { markText, splitMarked } from "../languages/marks.js";
import type { Tokens } from "../tokens.js";
import type { Neighbour, NeighboursView } from "./figures-view.js";
import { toLines, widthOf } from "./lettering.js";

/** A pattern on the map: a lozenge with its number, and its title where there is room. */
export interface Node {
  number: number;
  /** The middle of the lozenge. */
  x: number;
  y: number;
  /** Of the lozenge. */
  width: number;
  height: number;
  lines: { text: string; y: number }[];
}

/** The map, in points from its upper left corner. */
export interface NeighboursDrawing {
  width: number;
  height: number;
  centre: Node;
  nodes: Node[];
  /** From the centre to each node. */
  edges: { x1: number; y1: number; x2: number; y2: number; side: string }[];
  more: number;
}

// Two inches: beside it the bands keep a line of some thirty letters.
const WIDTH = 144;
const LOZENGE = 13;
// From a row to the centre: room for the edges to part.
const GAP = 15;
// Between lozenges at one side.
const BETWEEN = 5;
const LEADING = 7.4;
// Between the titles of two cells.
const AIR = 4;
// A narrower cell cuts most titles to a single word.
const NARROWEST_TITLE = 44;

/** Lays out the map: larger patterns in a row above, smaller ones below, the others at the sides. */
export function layOutNeighbours(number: number, view: NeighboursView, { scale }: Tokens): NeighboursDrawing {
  const { above, below, beside, more } = view;
  const setting = { number: scale.meta, title: scale.tag };
  const titles = {
    above: rowTitles(above, setting),
    below: rowTitles(below, setting),
    beside: sideTitles(beside, setting),
  };
  const head = above.length > 0 ? heightOf(titles.above) + LOZENGE + GAP : 0;
  const rows = Math.ceil(beside.length / 2);
  const half = Math.max(LOZENGE, rows * LOZENGE + (rows - 1) * BETWEEN) / 2;
  const y = head + half;
  const middle = half + Math.max(half, LOZENGE / 2 + heightOf(titles.beside));
  const foot = below.length > 0 ? GAP + LOZENGE + heightOf(titles.below) : 0;
  const centre = toNode({ number, title: "" }, WIDTH / 2, y, setting);
  const sides = {
    above: inRow(above, heightOf(titles.above) + LOZENGE / 2, setting).map(entitleBy(titles.above, "above")),
    below: inRow(below, head + middle + GAP + LOZENGE / 2, setting).map(entitleBy(titles.below, "below")),
    beside: atSides(beside, y, setting).map(entitleBy(titles.beside, "below")),
  };
  const edges = Object.entries(sides).flatMap(([side, nodes]) => nodes.map((node) => toEdge(centre, node, side)));
  const nodes = [...sides.above, ...sides.beside, ...sides.below];
  return { width: WIDTH, height: head + middle + foot, centre, nodes, edges, more };
}

interface Setting {
  /** Type sizes in points. */
  number: number;
  title: number;
}

/** The titles of a row in lines; none where its cells are too narrow. */
function rowTitles(row: readonly Neighbour[], setting: Setting): string[][] {
  const cell = WIDTH / Math.max(row.length, 1);
  return row.map(({ title }) => (cell >= NARROWEST_TITLE ? linesOf(title, cell, setting) : []));
}

/** Titles only where there is one on a side. */
function sideTitles(beside: readonly Neighbour[], setting: Setting): string[][] {
  return beside.map(({ title }) => (beside.length <= 2 ? linesOf(title, WIDTH / 3, setting) : []));
}

function linesOf(title: string, cell: number, { title: size }: Setting): string[] {
  return splitMarked(title).flatMap(({ text, language }) =>
    toLines(text, { size, width: cell - AIR, most: 2 }).map((line) =>
      language === undefined ? line : markText(line, language),
    ),
  );
}

/** Of the titles at one side: as high as the longest. */
function heightOf(titles: readonly string[][]): number {
  const lines = Math.max(0, ...titles.map(({ length }) => length));
  return lines > 0 ? lines * LEADING + 2 : 0;
}

function inRow(row: readonly Neighbour[], y: number, setting: Setting): Node[] {
  const cell = WIDTH / Math.max(row.length, 1);
  return row.map((neighbour, at) => toNode(neighbour, cell * (at + 0.5), y, setting));
}

/** To the left and to the right in turn. */
function atSides(beside: readonly Neighbour[], y: number, setting: Setting): Node[] {
  const cell = WIDTH / 3;
  const rows = Math.ceil(beside.length / 2);
  return beside.map((neighbour, at) => {
    const offset = (Math.floor(at / 2) - (rows - 1) / 2) * (LOZENGE + BETWEEN);
    return toNode(neighbour, at % 2 === 0 ? cell / 2 : WIDTH - cell / 2, y + offset, setting);
  });
}

function toNode({ number }: Neighbour, x: number, y: number, setting: Setting): Node {
  const width = Math.max(LOZENGE + 3, Math.ceil(widthOf(String(number), setting.number)) + 8);
  return { number, x, y, width, height: LOZENGE, lines: [] };
}

/** Sets the titles above or below their nodes, the line next to a node first where there is one only. */
function entitleBy(titles: readonly string[][], side: "above" | "below"): (node: Node, at: number) => Node {
  return (node, at) => {
    const lines = titles[at] ?? [];
    const half = node.height / 2;
    const first = side === "below" ? node.y + half + LEADING - 0.5 : node.y - half - 3 - (lines.length - 1) * LEADING;
    return { ...node, lines: lines.map((text, line) => ({ text, y: first + line * LEADING })) };
  };
}

/** From border to border, so that no line runs under a number. */
function toEdge(centre: Node, node: Node, side: string): NeighboursDrawing["edges"][number] {
  const level = side === "beside";
  const way = level ? Math.sign(node.x - centre.x) : Math.sign(node.y - centre.y);
  const reach = (end: Node, sign: number): [number, number] =>
    level ? [end.x + (sign * end.width) / 2, end.y] : [end.x, end.y + (sign * end.height) / 2];
  const [x1, y1] = reach(centre, way);
  const [x2, y2] = reach(node, -way);
  return { x1, y1, x2, y2, side };
}
