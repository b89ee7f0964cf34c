import type { Element, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import katex from "katex";
import { visit } from "../../trees/visit.js";
import type { Observation } from "../pattern.js";
import { placeOf } from "./place.js";

// A formula is a line of a page: what expands further is an accident or an attack.
const MOST_EXPANSIONS = 500;

/** Code that holds TeX: what stands between two dollar signs and two, or in a fence of the language `math`. */
export function isFormula({ tagName, properties: { className } }: Element): boolean {
  return tagName === "code" && Array.isArray(className) && className.includes("language-math");
}

/** TeX → MathML in a `span`, or why it does not parse. Nothing in it is run, fetched or linked to. */
export function toMathml(tex: string, display: boolean): { mathml: string } | { failure: string } {
  const options = {
    displayMode: display,
    output: "mathml",
    trust: false,
    strict: false,
    maxExpand: MOST_EXPANSIONS,
  } as const;
  try {
    return { mathml: katex.renderToString(tex, options) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

/** Counts the formulas that parse, and observes TeX that does not: an edition shows its source. */
export function checkFormulas(tree: Root, observations: Observation[]): number {
  let parsed = 0;
  visit(tree, "element", (element, _, parent) => {
    if (!isFormula(element)) return;
    if (element.properties.dataMathml !== undefined) {
      parsed += 1;
      return;
    }
    // The code in a fence has no place of its own.
    const placed = element.position ? element : (parent ?? element);
    const written = toMathml(toText(element).trim(), false);
    if ("failure" in written) {
      observations.push({ rule: "formulas-parse", found: written.failure, ...placeOf(placed) });
    } else parsed += 1;
  });
  return parsed;
}
