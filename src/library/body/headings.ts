import type { Element, Nodes, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { SKIP, visit } from "../../trees/visit.js";
import type { Observation } from "../pattern.js";
import { isAnchor } from "./anchors.js";
import type { Removal } from "./boilerplate.js";
import { isFootnoteCall } from "./footnotes.js";
import { placeOf } from "./place.js";

export function headingLevel(element: Element): number | undefined {
  const match = /^h([1-6])$/.exec(element.tagName);
  return match ? Number(match[1]) : undefined;
}

/** The words of a heading: the call of a footnote in it is no part of its name. */
export function headingText(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node) || isFootnoteCall(node)) return "";
  return node.children.map(headingText).join("");
}

// “Section 1: ”, “1. ”, “1) ” before a section's name.
const NUMBER = /^(?:section\s+\d+\s*[:.–-]\s*|\d+[.)]\s+)/i;
// “(150-300 words)”, “(3-5 principles, 200 words)” after it: an instruction to the author.
const WORD_COUNT = /\s*\((?:[^()]*,\s*)?[\d,]+(?:\s*[-–]\s*[\d,]+)?\+?\s*words?\)\s*$/i;

// HTML has no lower one.
const LOWEST = 6;

/**
 * Puts headings in order: the highest becomes h2 and no level is skipped on the way down; an empty one goes, one that is
 * but a picture is a paragraph. Section numbers and word counts are taken out of the highest.
 */
export function normalizeHeadings(tree: Root, observations: Observation[]): Removal[] {
  const headings: Element[] = [];
  visit(tree, "element", (element, index, parent) => {
    const level = headingLevel(element);
    if (level === undefined) return;
    if (toText(element).trim() === "" && holdsPicture(element)) {
      element.tagName = "p";
      return SKIP;
    }
    if (toText(element).trim() === "" && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    headings.push(element);
    return SKIP;
  });
  const highest = headings.reduce((most, heading) => Math.min(most, headingLevel(heading) ?? 6), 6);
  const removals: Removal[] = [];
  let previous = 1;
  // The levels, as written, of the headings under which the next one may be nested.
  let above: number[] = [];
  for (const heading of headings) {
    const written = headingLevel(heading) ?? 6;
    const level = written - highest + 2;
    if (level > previous + 1) observeJump(heading, previous, level, observations);
    // Headings of one level stay on one level, even if that level was too deep.
    above = [...above.filter((higher) => higher < written), written];
    previous = above.length + 1;
    heading.tagName = `h${Math.min(previous, LOWEST)}`;
    if (previous === 2) removals.push(...stripNumber(heading), ...stripWordCount(heading));
  }
  return removals;
}

function holdsPicture(node: Element): boolean {
  return node.children.some((child) => child.type === "element" && (child.tagName === "img" || holdsPicture(child)));
}

function observeJump(heading: Element, from: number, to: number, observations: Observation[]): void {
  observations.push({
    rule: "heading-levels-have-no-gap",
    found: `“${headingText(heading)}” ${to - from} levels below the heading before it`,
    ...placeOf(heading),
  });
}

function stripNumber(heading: Element): Removal[] {
  const first = heading.children.find((child) => !isAnchor(child));
  if (first?.type !== "text") return [];
  const match = NUMBER.exec(first.value);
  if (!match || first.value.length === match[0].length) return [];
  first.value = first.value.slice(match[0].length);
  return [asRemoval(heading, "heading-number", match[0])];
}

function stripWordCount(heading: Element): Removal[] {
  const last = heading.children.at(-1);
  if (last?.type !== "text") return [];
  const match = WORD_COUNT.exec(last.value);
  if (!match) return [];
  last.value = last.value.slice(0, match.index);
  return [asRemoval(heading, "word-count", match[0])];
}

function asRemoval(heading: Element, kind: Removal["kind"], text: string): Removal {
  const { line, column, offset = 0 } = heading.position?.start ?? { line: 1, column: 1 };
  // Headings are not part of a section's Markdown: nothing is to be cut out of it.
  return { kind, text: text.trim(), place: { line, column }, start: offset, end: offset };
}
