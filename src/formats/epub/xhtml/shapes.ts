import type { Element } from "hast";
import { classList } from "../../../page/class-names.js";
import type { ElementPass } from "./pass.js";

// With more columns than this words are broken rather than that a table runs off the page.
const MOST_COLUMNS = 4;

/**
 * Marks by a class what the style sheet tells apart by its shape: reading systems of ten years ago know no `:has()`, and
 * drop a whole rule that has one.
 */
export const markShape: ElementPass = (element) => {
  const shape = shapeOf(element);
  if (shape) element.properties.className = [...classList(element), shape];
};

function shapeOf(element: Element): string | undefined {
  if (element.tagName === "table" && countColumns(element) > MOST_COLUMNS) return "crowded";
  if (element.tagName !== "p") return undefined;
  const elements = element.children.filter((child) => child.type === "element");
  if (elements.some(({ tagName }) => tagName === "img")) return "pictured";
  const [first] = element.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  return first?.type === "element" && first.tagName === "strong" ? "run-in" : undefined;
}

/** Cells of the row that has most. */
function countColumns({ children }: Element): number {
  const counts = children.flatMap((child) => {
    if (child.type !== "element") return [];
    if (child.tagName !== "tr") return [countColumns(child)];
    return [child.children.filter((cell) => cell.type === "element").length];
  });
  return Math.max(0, ...counts);
}
