import type { Element, Nodes, Root } from "hast";
import type { Observation } from "../pattern.js";
import type { Removal } from "./boilerplate.js";
import { isFootnotes } from "./footnotes.js";
import { headingLevel, headingText } from "./headings.js";
import { placeOf } from "./place.js";

/**
 * Takes out the headings below which nothing is written, to the next of their level or a higher one: a book has no page of
 * headings alone. One that says something by itself stays: with a link, a picture or a note in it, a rating or a sentence.
 */
export function removeEmptySections(tree: Root, observations: Observation[]): Removal[] {
  const empty = findEmpty(tree);
  if (empty.size === 0) return [];
  let outer: number | undefined;
  for (const node of tree.children) {
    const level = levelOf(node);
    if (level === undefined || (outer !== undefined && level > outer)) continue;
    const isEmpty = node.type === "element" && empty.has(node);
    outer = isEmpty ? level : undefined;
    if (isEmpty) observations.push({ rule: "sections-have-words", found: nameOf(node), ...placeOf(node) });
  }
  tree.children = tree.children.filter((node) => node.type !== "element" || !empty.has(node));
  return [...empty].map(asRemoval);
}

function findEmpty(tree: Root): Set<Element> {
  const empty = new Set<Element>();
  // What stands below, from the end: the level of the last heading that stays, or lower than any for text.
  let below = 0;
  for (const node of tree.children.toReversed()) {
    const level = levelOf(node);
    if (node.type !== "element" || level === undefined) {
      if (isContent(node)) below = TEXT;
    } else if (below > level || saysMore(node)) below = level;
    else empty.add(node);
  }
  return new Set([...empty].toReversed());
}

// Below headings of every level.
const TEXT = 7;

function levelOf(node: Nodes): number | undefined {
  return node.type === "element" ? headingLevel(node) : undefined;
}

function isContent(node: Nodes): boolean {
  return (node.type === "element" && !isFootnotes(node)) || (node.type === "text" && node.value.trim() !== "");
}

// “Alignment: 3/5”, “Ask first.”
const STATEMENT = /[:：]\s*\S|\d\s*\/\s*\d|[.!?。！？]$/u;

function saysMore(heading: Element): boolean {
  return STATEMENT.test(nameOf(heading)) || holdsMore(heading);
}

/** An anchor is no words; emphasis is how they are set. */
function holdsMore({ children }: Element): boolean {
  return children.some((child) => {
    if (child.type !== "element") return false;
    return "href" in child.properties || child.tagName === "img" || holdsMore(child);
  });
}

function nameOf(heading: Nodes): string {
  return headingText(heading).trim();
}

function asRemoval(heading: Element): Removal {
  const { start, end } = heading.position ?? {};
  return {
    kind: "empty-section",
    text: nameOf(heading),
    place: { line: start?.line ?? 1, column: start?.column ?? 1 },
    start: start?.offset ?? 0,
    end: end?.offset ?? 0,
  };
}
