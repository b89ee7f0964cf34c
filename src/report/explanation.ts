import type { Explanation, Ground, Neighbour } from "../library/explain.js";
import type { Colours } from "./colour.js";
import { alignColumns } from "./columns.js";
import { printable } from "./printable.js";

export interface ExplanationOptions {
  /** Path to the library's folder, as the reader would write it. */
  folder: string;
  /** Universality of patterns that state none, from the configuration. */
  universality: string;
  /** How patterns follow each other in a chapter. */
  within: string;
  colours: Colours;
}

/** Why a pattern has its number: its part, its chapter, its place by title, its neighbours, its relations. */
export function formatExplanation(explanation: Explanation, options: ExplanationOptions): string {
  const { pattern, part, chapter, grounds } = explanation;
  const { folder, colours } = options;
  const file = printable(`${folder}/${pattern.source.path}`);
  const title = `${pattern.number}  ${colours.bold(pattern.title)}\n${colours.dim(`${file}  ${pattern.id}`)}`;
  const groups = [
    ["part", `${part.number} ${part.name ?? part.key}`],
    ["chapter", chapter.name ?? chapter.key],
  ];
  const why = alignColumns([
    ...grounds.map((ground, at) => [...(groups[at] ?? []), describeGround(ground, file, options.universality)]),
    ["place", `${explanation.position} of ${chapter.patterns.length}`, options.within],
    ["before it", ...describeNeighbour(explanation.before, "it is the first")],
    ["after it", ...describeNeighbour(explanation.after, "it is the last")],
  ]);
  return [
    title,
    [colours.bold(`Why it is number ${pattern.number}`), why].join("\n"),
    formatRelations(explanation, options),
  ].join("\n\n");
}

function describeGround({ by, stated, unknown }: Ground, file: string, universality: string): string {
  if (!stated)
    return by === "universality" ? `none stated: ${universality} by configuration (order.universality)` : `by ${by}`;
  const at = `${stated.field} at ${file}:${stated.place.line}:${stated.place.column}`;
  return unknown === undefined ? at : `${at} says “${unknown}”, which is none of those known`;
}

function describeNeighbour(neighbour: Neighbour | undefined, otherwise: string): [string, string] {
  if (!neighbour) return ["", otherwise];
  const { pattern, groups } = neighbour;
  return [`${pattern.number} ${pattern.title}`, groups.join(", ")];
}

function formatRelations({ relations, broken }: Explanation, { colours }: ExplanationOptions): string {
  const rows = [
    ...relations.map(({ relation, target }) => [
      relation.kind,
      `${target.number} ${target.title}`,
      relation.stated ? "stated here" : `derived from ${printable(target.source.path)}`,
    ]),
    ...broken.map(({ claim }) => [
      claim.kind,
      claim.target,
      `no pattern of the library (line ${claim.place.line}); run pattern-press check`,
    ]),
  ];
  const heading = colours.bold("Relations");
  return rows.length === 0 ? `${heading}\n  none, from here or to here` : `${heading}\n${alignColumns(rows)}`;
}
