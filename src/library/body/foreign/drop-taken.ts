import type { Nodes, Parents } from "mdast";
import { LESS_THAN, TAKEN } from "./take-out.js";

// With the blanks round it.
const RUN = /([ \t\n]*)\uffff(?:[\uffff \t\n]*\uffff)?([ \t\n]*)/g;
// A cell is part of its table's grid, a link has its address, a note its calls.
const STAYS = new Set(["tableCell", "tableRow", "link", "footnoteDefinition"]);
const HOLDS_TEXT = new Set(["paragraph", "heading", "tableCell"]);

/** Takes the signs of `takeOut` out of a tree, with what holds nothing else. Returns whether there were any. */
export function dropTaken(parent: Parents): boolean {
  let touched = false;
  for (let at = parent.children.length - 1; at >= 0; at--) {
    const child = parent.children[at];
    if (!child || !dropFrom(child)) continue;
    touched = true;
    if (isEmpty(child)) parent.children.splice(at, 1);
  }
  if (touched && HOLDS_TEXT.has(parent.type)) trim(parent);
  return touched;
}

function dropFrom(node: Nodes): boolean {
  dropFromAttributes(node);
  if ("children" in node) return dropTaken(node);
  let touched = false;
  if ("value" in node) {
    const { value } = node;
    const kept = node.type === "text" ? value.replace(RUN, toJoint) : value.replaceAll(TAKEN, "");
    // Within HTML the bracket itself would open the comment again.
    node.value = kept.replaceAll(LESS_THAN, node.type === "html" ? "&lt;" : "<");
    touched = node.value !== value;
  }
  return touched;
}

/** What is written in brackets and quotes, and is no text of the tree. */
function dropFromAttributes(node: Nodes): void {
  if ("alt" in node) node.alt = node.alt?.replace(RUN, toJoint);
  if ("title" in node) node.title = node.title?.replace(RUN, toJoint);
  if ("url" in node) node.url = node.url.replaceAll(TAKEN, "");
}

/** What stays between the words at both sides: no blank before a stop. */
function toJoint(run: string, before: string, after: string, at: number, text: string): string {
  if (/[.,;:!?)\]]/.test(text.charAt(at + run.length))) return "";
  const blanks = before + after;
  if (blanks.includes("\n")) return "\n";
  return blanks === "" ? "" : " ";
}

function isEmpty(node: Nodes): boolean {
  if (node.type === "text") return node.value === "";
  if (!("children" in node) || STAYS.has(node.type)) return false;
  return node.children.every((child) => child.type === "text" && child.value === "");
}

/** No blanks at the ends of a paragraph. */
function trim({ children }: Parents): void {
  const [first, last] = [children[0], children.at(-1)];
  if (first?.type === "text") first.value = first.value.trimStart();
  if (last?.type === "text") last.value = last.value.trimEnd();
}
