import type { DiagramGraph } from "./drawing.js";
import { type Locale, word } from "./locale.js";

/**
 * A diagram in words: “Diagram: Fill the lamp → Light it (at dusk); …”, then what nothing leads to or from, then the frames.
 * One of a kind that is no graph is described by its source, which names everything in it.
 */
export function describeDiagram(graph: DiagramGraph | null, source: string, locale: Locale): string {
  const words = graph ? listWords(graph) : [];
  const text = words.length > 0 ? words.join("; ") : source.trim().replace(/\s*\n\s*/g, "; ");
  return `${word(locale, "figures.diagram")}: ${text}`;
}

function listWords({ nodes, edges, groups }: DiagramGraph): string[] {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const named = (id: string): string => labels.get(id) ?? id;
  const tied = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return [
    ...edges.map(({ from, to, label }) => `${named(from)} → ${named(to)}${label ? ` (${label})` : ""}`),
    ...nodes.flatMap(({ id, label }) => (tied.has(id) ? [] : [label])),
    ...groups.map(({ title, members }) => `${title}: ${members.map(named).join(", ")}`),
  ];
}
