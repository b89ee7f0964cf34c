import type { Root } from "mdast";
import { visit } from "../../trees/visit.js";
import type { Observation } from "../pattern.js";
import { type CutSpan, findCutSpans } from "./cut-cells.js";
import { type Parse, parseMarkdown } from "./markdown.js";

/**
 * Markdown → mdast, in which tables are as they were meant: code that a pipe cut into cells is one cell again, as if a
 * backslash stood before the pipe, and is observed. Places are those of the source.
 * @throws SourceError as `parseMarkdown`.
 */
export function readMarkdown(source: string, observations: Observation[], parse?: Parse): Root {
  const tree = parseMarkdown(source, parse);
  const cut = findCutSpans(tree, source);
  for (const { text, line, column } of cut) {
    observations.push({ rule: "table-pipes-are-escaped", found: text, place: { line, column } });
  }
  return unescapeFormulas(cut.length > 0 ? parseEscaped(source, cut, parse) : tree);
}

/** In a table the backslash before a pipe is never part of what the pipe stands in (GFM 0.29, 4.10): remark-math keeps it. */
function unescapeFormulas(tree: Root): Root {
  visit(tree, "table", (table) => {
    visit(table, "inlineMath", (formula) => {
      const value = formula.value.replaceAll("\\|", "|");
      formula.value = value;
      formula.data = { ...formula.data, hChildren: [{ type: "text", value }] };
    });
  });
  return tree;
}

/** Parses the source with a backslash before each pipe, and gives every node its place in the source without them. */
function parseEscaped(source: string, cut: readonly CutSpan[], parse: Parse | undefined): Root {
  const pipes = cut.flatMap(({ pipes, line }) => pipes.map((offset) => ({ offset, line })));
  pipes.sort((a, b) => a.offset - b.offset);
  const pieces = pipes.map(({ offset }, at) => source.slice(at === 0 ? 0 : pipes[at - 1]?.offset, offset));
  const tree = parseMarkdown([...pieces, source.slice(pipes.at(-1)?.offset)].join("\\"), parse);
  visit(tree, ({ position }) => {
    for (const point of [position?.start, position?.end]) {
      if (point?.offset === undefined) continue;
      const offset = point.offset;
      const before = pipes.filter((pipe, at) => pipe.offset + at < offset);
      point.offset = offset - before.length;
      point.column -= before.filter(({ line }) => line === point.line).length;
    }
  });
  return tree;
}
