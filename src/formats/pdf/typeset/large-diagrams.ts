import type { Element, Root } from "hast";
import type { Extent } from "../../../diagrams/turn-or-shrink.js";
import { SKIP, visit } from "../../../trees/visit.js";
import type { PageGeometry } from "../trim.js";
import { takeHeading, turn } from "./sideways.js";

// Mermaid sets its labels in 16 CSS pixels, in points.
const LABEL = 12;
/** Smaller letters are not read in print, in points. */
const LEAST = 6;
/** Letters of a diagram are not larger than those of other labels, in points. */
const MOST = 8.4;
/** Of one that is taller: each line that it grows is one that may stay empty on the page before, in points. */
const MOST_TALL = 7;
/** As the style sheet has it: how much of the text block's height a diagram may take beside the text. */
const SHARE = 0.5;
// Above and below a figure, and a heading that goes with it.
const AROUND = 44;
const POINTS_PER_PIXEL = 0.75;

/** What a page holds, upright and turned, of a diagram whose labels come out in 6 points, the least that is read. */
export function printRooms(geometry: PageGeometry): Extent[] {
  const measure = geometry.width - geometry.inner - geometry.outer;
  const rooms = [
    { width: measure, height: geometry.block - AROUND },
    { width: geometry.block, height: measure - AROUND },
  ];
  const pixels = LABEL / LEAST / POINTS_PER_PIXEL;
  return rooms.map(({ width, height }) => ({ width: width * pixels, height: height * pixels }));
}

/**
 * Sets diagrams in letters of 8.4 points or less. One whose letters would shrink below 6 gets more room: the height of a
 * page, or where that does not help a page of its own, turned to the left.
 */
export function setDiagrams(tree: Root, geometry: PageGeometry): void {
  const measure = geometry.width - geometry.inner - geometry.outer;
  const rooms: Room[] = [
    { width: measure, height: geometry.block * SHARE, most: MOST },
    { width: measure, height: geometry.block - AROUND, most: MOST_TALL, className: "tall" },
    { width: geometry.block, height: measure - AROUND, most: MOST, className: "wide" },
  ];
  visit(tree, "element", (figure, index, parent) => {
    const image = imageOf(figure);
    if (!image || !parent || index === undefined) return undefined;
    const labels = rooms.map((room) => labelSize(image, room));
    const enough = labels.findIndex((size) => size >= LEAST);
    const chosen = rooms[enough >= 0 ? enough : labels.indexOf(Math.max(...labels))];
    if (!chosen) return SKIP;
    image.properties.style = `width:${widthIn(image, chosen)}pt`;
    if (!chosen.className) return SKIP;
    figure.properties.className = ["diagram", chosen.className];
    if (chosen.className === "tall") return SKIP;
    const turned = turn(figure);
    const from = takeHeading(parent.children, index, turned);
    parent.children.splice(from, index - from + 1, turned);
    return [SKIP, from + 1];
  });
}

function imageOf({ tagName, properties: { className }, children }: Element): Element | undefined {
  if (tagName !== "figure" || !Array.isArray(className) || !className.includes("diagram")) return undefined;
  return children.filter((child) => child.type === "element").find((child) => child.tagName === "img");
}

interface Room extends Extent {
  /** Its largest letters, in points. */
  most: number;
  className?: string;
}

/** How large, in points, letters come out where a diagram is fitted into a room. */
function labelSize({ properties }: Element, room: Room): number {
  const [width, height] = [properties.width, properties.height].map((side) => Number(side) * POINTS_PER_PIXEL);
  return Math.min(room.most, LABEL * Math.min(room.width / (width || 1), room.height / (height || 1)));
}

function widthIn(image: Element, room: Room): number {
  return Math.floor(Number(image.properties.width) * POINTS_PER_PIXEL * (labelSize(image, room) / LABEL));
}
