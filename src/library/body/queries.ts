import type { Code, Root } from "mdast";
import { visit } from "../../trees/visit.js";
import type { Observation } from "../pattern.js";
import type { Removal } from "./boilerplate.js";

// The languages of blocks that plugins of Obsidian put something else in the place of.
const QUERIES = new Set(["dataview", "dataviewjs", "query", "tasks", "base", "button"]);

/** Takes out the blocks of code that are no code for readers but what a vault asks itself; each is observed. */
export function dropQueries(tree: Root, observations: Observation[]): Removal[] {
  const found: Code[] = [];
  visit(tree, (parent) => {
    if (!("children" in parent)) return;
    const queries = parent.children.filter((child) => child.type === "code" && QUERIES.has(child.lang ?? ""));
    if (queries.length === 0) return;
    found.push(...queries.filter((child) => child.type === "code"));
    const gone = new Set(queries);
    parent.children = parent.children.filter((child) => !gone.has(child)) as typeof parent.children; // fewer of the same
  });
  return found.map(({ lang, value, position }) => {
    const { line, column, offset = 0 } = position?.start ?? { line: 1, column: 1 };
    const place = { line, column };
    observations.push({ rule: "no-foreign-markup", found: `\`\`\`${lang}`, detail: "query", place });
    return { kind: "foreign-markup", text: value, place, start: offset, end: position?.end.offset ?? offset };
  });
}
