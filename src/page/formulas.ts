import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as toText } from "hast-util-to-string";
import { isFormula, toMathml } from "../library/body/formulas.js";
import { SKIP, visit } from "../trees/visit.js";

/**
 * TeX in the tree becomes MathML with the TeX as its alternative text; a block of it becomes `div.formula`. What does not
 * parse stays code.
 */
export function drawFormulas(tree: Root): void {
  visit(tree, "element", (element, index, parent) => {
    const [code] = element.tagName === "pre" ? element.children : [element];
    if (!parent || index === undefined || code?.type !== "element" || !isFormula(code)) return undefined;
    const display = code !== element;
    const math = toMath(code, display);
    if (!math) return SKIP;
    parent.children[index] = display ? inBlock(math, element) : math;
    return SKIP;
  });
}

/** The block keeps its number, or the mark that has taken its place. */
function inBlock(math: Element, { properties: { dataBlock, lang } }: Element): Element {
  const kept = { ...(dataBlock === undefined ? {} : { dataBlock }), ...(lang === undefined ? {} : { lang }) };
  return { type: "element", tagName: "div", properties: { className: ["formula"], ...kept }, children: [math] };
}

/** TeX is set here; what was MathML in the text was read there. */
function toMath(code: Element, display: boolean): Element | undefined {
  const tex = toText(code).trim();
  const { dataMathml } = code.properties;
  const written = typeof dataMathml === "string" ? { mathml: dataMathml } : toMathml(tex, display);
  if ("failure" in written) return undefined;
  const math = findMath(fromHtml(written.mathml, { fragment: true }).children);
  if (!math) return undefined;
  Object.assign(math.properties, { xmlns: "http://www.w3.org/1998/Math/MathML", alttext: tex });
  return math;
}

function findMath(nodes: readonly Root["children"][number][]): Element | undefined {
  for (const node of nodes) {
    if (node.type !== "element") continue;
    const found = node.tagName === "math" ? node : findMath(node.children);
    if (found) return found;
  }
  return undefined;
}
