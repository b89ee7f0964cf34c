import type { Tokens } from "../tokens.js";
import { toLines, widthOf } from "./lettering.js";
import type { Neighbour, NeighboursView } from "./view.js";

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
const GAP = 22;
// Between lozenges at one side.
const BETWEEN = 5;
const LEADING = 7.4;
// A narrower cell cuts most titles to a single word.
const NARROWEST_TITLE = 44;

/** Lays out the map: larger patterns in a row above, smaller ones below, the others at the sides. */
export function layOutNeighbours(number: number, view: NeighboursView, { scale }: Tokens): NeighboursDrawing {
  const { above, below, beside, more } = view;
  const setting = { number: scale.meta, title: scale.tag };
  const head = above.length > 0 ? titleHeight(above) + LOZENGE + GAP : 0;
  const rows = Math.ceil(beside.length / 2);
  const half = Math.max(LOZENGE, rows * LOZENGE + (rows - 1) * BETWEEN) / 2;
  const y = head + half;
  const middle = half + Math.max(half, rows === 1 ? LOZENGE / 2 + titleHeight(beside) : 0);
  const foot = below.length > 0 ? GAP + LOZENGE + titleHeight(below) : 0;
  const centre = toNode({ number, title: "" }, WIDTH / 2, y, setting);
  const sides = {
    above: inRow(above, titleHeight(above) + LOZENGE / 2, setting, "above"),
    below: inRow(below, head + middle + GAP + LOZENGE / 2, setting, "below"),
    beside: atSides(beside, y, setting),
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

/** Room for the titles of a row; none where its cells are too narrow. */
function titleHeight({ length }: readonly Neighbour[]): number {
  return length > 0 && WIDTH / length >= NARROWEST_TITLE ? 2 * LEADING + 2 : 0;
}

function inRow(row: readonly Neighbour[], y: number, setting: Setting, side: "above" | "below"): Node[] {
  const cell = WIDTH / Math.max(row.length, 1);
  return row.map((neighbour, at) => {
    const node = toNode(neighbour, cell * (at + 0.5), y, setting);
    return titleHeight(row) > 0 ? entitle(node, neighbour.title, cell - 4, setting, side) : node;
  });
}

/** To the left and to the right in turn; titles only where there is one on a side. */
function atSides(beside: readonly Neighbour[], y: number, setting: Setting): Node[] {
  const cell = WIDTH / 3;
  const rows = Math.ceil(beside.length / 2);
  return beside.map((neighbour, at) => {
    const offset = (Math.floor(at / 2) - (rows - 1) / 2) * (LOZENGE + BETWEEN);
    const node = toNode(neighbour, at % 2 === 0 ? cell / 2 : WIDTH - cell / 2, y + offset, setting);
    return rows === 1 ? entitle(node, neighbour.title, cell - 4, setting, "below") : node;
  });
}

function toNode({ number }: Neighbour, x: number, y: number, setting: Setting): Node {
  const width = Math.max(LOZENGE + 3, Math.ceil(widthOf(String(number), setting.number)) + 8);
  return { number, x, y, width, height: LOZENGE, lines: [] };
}

/** Sets the title above or below a node, the line next to it first where there is one only. */
function entitle(node: Node, title: string, width: number, { title: size }: Setting, side: "above" | "below"): Node {
  const lines = toLines(title, { size, width, most: 2 });
  const half = node.height / 2;
  const first = side === "below" ? node.y + half + LEADING - 0.5 : node.y - half - 3 - (lines.length - 1) * LEADING;
  return { ...node, lines: lines.map((text, at) => ({ text, y: first + at * LEADING })) };
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
