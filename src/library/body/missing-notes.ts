import type { Root } from "mdast";
import { visit } from "../../trees/visit.js";
import type { Observation } from "../pattern.js";
import { pointAt } from "../point.js";

// GitHub's labels have no blanks, and what is no label is no call; writers try them all the same.
const CALL = /(?<!\\)\[\^([^\][\n]{1,80})\]/g;

/** Observes calls of notes that are not there: Markdown takes them for text, and they stay so. */
export function observeMissingNotes(tree: Root, source: string, observations: Observation[]): void {
  visit(tree, "text", ({ value, position }) => {
    if (!value.includes("[^") || !position) return;
    const start = position.start.offset ?? 0;
    for (const call of source.slice(start, position.end.offset).matchAll(CALL)) {
      const place = pointAt(source, start + call.index);
      observations.push({ rule: "footnotes-are-defined", found: call[1] ?? "", place });
    }
  });
}
