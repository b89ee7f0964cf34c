import type { Element, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { takeHeading, turn } from "./sideways.js";
import type { PageGeometry } from "./trim.js";

// Mermaid sets its labels in 16 CSS pixels.
const LABEL = 12;
/** Smaller letters are not read in print, in points. */
const LEAST = 6;
/** Letters of a diagram are not larger than those of other labels, in points. */
const MOST = 8.4;
/** As the style sheet has it: how much of the text block's height a diagram may take beside the text. */
const SHARE = 0.5;
// Above and below a figure, and a heading that goes with it.
const AROUND = 44;
const POINTS_PER_PIXEL = 0.75;

/**
 * Sets diagrams in letters of 8.4 points or less. One whose letters would shrink below 6 gets more room: the height of a
 * page, or where that does not help a page of its own, turned to the left.
 */
export function setDiagrams(tree: Root, geometry: PageGeometry): void {
  const measure = geometry.width - geometry.inner - geometry.outer;
  const rooms = [
    { width: measure, height: geometry.block * SHARE },
    { width: measure, height: geometry.block - AROUND, className: "tall" },
    { width: geometry.block, height: measure - AROUND, className: "wide" },
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

interface Room {
  width: number;
  height: number;
}

/** How large, in points, letters come out where a diagram is fitted into a room. */
function labelSize({ properties }: Element, room: Room): number {
  const [width, height] = [properties.width, properties.height].map((side) => Number(side) * POINTS_PER_PIXEL);
  return Math.min(MOST, LABEL * Math.min(room.width / (width || 1), room.height / (height || 1)));
}

function widthIn(image: Element, room: Room): number {
  return Math.floor(Number(image.properties.width) * POINTS_PER_PIXEL * (labelSize(image, room) / LABEL));
}
