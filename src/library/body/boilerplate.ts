import type { Root, RootContent } from "mdast";
import { toString as toText } from "mdast-util-to-string";
import type { Omission } from "../pattern.js";
import { toKey } from "../slug.js";

/** A stretch of the source that was taken out, by character offsets. */
export interface Removal extends Omission {
  start: number;
  end: number;
}

/**
 * Takes out what belongs to the site and not to the pattern: a first heading that repeats the title, the navigation
 * block, the distributor's line, and the rules drawn beside them or beside headings.
 */
export function removeBoilerplate(tree: Root, title: string): Removal[] {
  const removals: Removal[] = [];
  const take = (at: number, kind: Omission["kind"]): void => {
    const [node] = tree.children.splice(at, 1);
    if (node) removals.push(asRemoval(node, kind));
  };
  if (repeatsTitle(tree.children[0], title)) take(0, "repeated-title");
  removeNavigation(tree, take);
  for (let at = tree.children.length - 1; at >= 0; at--) {
    if (isDistributorLine(tree.children[at])) take(at, "distributor");
  }
  for (let at = tree.children.length - 1; at >= 0; at--) {
    if (isSeparator(tree, at)) take(at, "separator");
  }
  return removals;
}

function asRemoval(node: RootContent, kind: Omission["kind"]): Removal {
  const start = node.position?.start ?? { line: 1, column: 1, offset: 0 };
  return {
    kind,
    text: textOf(node),
    place: { line: start.line, column: start.column },
    start: start.offset ?? 0,
    end: node.position?.end.offset ?? 0,
  };
}

function textOf(node: RootContent): string {
  if (node.type === "thematicBreak") return "---";
  return node.type === "list" ? node.children.map((item) => toText(item)).join("\n") : toText(node);
}

function repeatsTitle(node: RootContent | undefined, title: string): boolean {
  if (node?.type !== "heading" || node.depth !== 1) return false;
  return withoutAccents(toText(node).replace(/^\d+\.\s+/, "")) === withoutAccents(title);
}

function withoutAccents(title: string): string {
  return toKey(title.normalize("NFD").replace(/[\u0300-\u036f]/g, ""));
}

/** The navigation block: a heading of that name and the list of addresses after it. */
function removeNavigation(tree: Root, take: (at: number, kind: "navigation") => void): void {
  const at = tree.children.findIndex((node) => node.type === "heading" && /^navigation$/i.test(toText(node).trim()));
  if (at < 0) return;
  while (tree.children[at + 1]?.type === "list") take(at + 1, "navigation");
  take(at, "navigation");
}

function isDistributorLine(node: RootContent | undefined): boolean {
  if (node?.type !== "paragraph" || node.children.length !== 1) return false;
  return node.children[0]?.type === "emphasis" && /distributed by/i.test(toText(node));
}

/** A rule before a heading, or at either end of the body, separates nothing: the heading does that already. */
function isSeparator(tree: Root, at: number): boolean {
  if (tree.children[at]?.type !== "thematicBreak") return false;
  const next = tree.children[at + 1];
  return at === 0 || !next || next.type === "heading" || next.type === "thematicBreak";
}
