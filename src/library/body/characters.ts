import type { Element, Nodes, Root } from "hast";
import type { SetCharacters } from "../pattern.js";
import { isBackLink, isFootnotes } from "./footnotes.js";
import { isFormula } from "./formulas.js";

type Face = keyof SetCharacters;

/** The characters of a text beyond Basic Latin, each once, in the order of Unicode. */
export function listCharacters(text: string): string {
  return [...new Set(text.replace(/[\0-\x7f]/g, ""))].sort().join("");
}

/** The same by the face that print sets them in: formulas have one of their own, and links back to the text it drops. */
export function charactersByFace(tree: Root): SetCharacters {
  const found: Record<Face, string[]> = { text: [], label: [], code: [] };
  const walk = (node: Nodes, face: Face): void => {
    if (node.type === "text") found[face].push(node.value);
    if (!("children" in node) || (node.type === "element" && isPassedOver(node))) return;
    for (const child of node.children) walk(child, faceOf(node, face));
  };
  walk(tree, "text");
  const [text, label, code] = [found.text, found.label, found.code].map((texts) => listCharacters(texts.join("")));
  return { text: text ?? "", label: label ?? "", code: code ?? "" };
}

function isPassedOver(element: Element): boolean {
  return isFormula(element) || isBackLink(element);
}

function faceOf(node: Nodes, face: Face): Face {
  if (node.type !== "element") return face;
  // A diagram is drawn, its words as labels.
  if (node.tagName === "table" || node.properties.dataDiagram !== undefined || isFootnotes(node)) return "label";
  return node.tagName === "code" && face !== "label" ? "code" : face;
}
