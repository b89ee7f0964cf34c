import type { Explanation, Ground } from "../library/explain.js";
import type { NumberedPattern } from "../library/pattern.js";
import { toWords } from "../library/slug.js";
import type { Colours } from "./colour.js";
import { alignColumns } from "./columns.js";
import { printable } from "./printable.js";

export interface ExplanationOptions {
  /** Path to the library's folder, as the reader would write it. */
  folder: string;
  /** Universality of patterns that state none, from the configuration. */
  universality: string;
  colours: Colours;
}

/** Why a pattern has its number: its part, its chapter, its place by title, its neighbours, its relations. */
export function formatExplanation(explanation: Explanation, options: ExplanationOptions): string {
  const { pattern, part, level, chapter, domain } = explanation;
  const { folder, colours } = options;
  const file = printable(`${folder}/${pattern.source.path}`);
  const title = `${pattern.number}  ${colours.bold(pattern.title)}\n${colours.dim(`${file}  ${pattern.id}`)}`;
  const whyPart = describeGround(
    level,
    file,
    `none stated: ${options.universality} by configuration (order.universality)`,
  );
  const whyChapter = describeGround(domain, file, "no domain stated");
  const why = alignColumns([
    ["part", `${part.number} ${toWords(part.universality)}`, whyPart],
    ["chapter", toWords(chapter.domain), whyChapter],
    ["place", `${explanation.position} of ${chapter.patterns.length}`, "by title, then by id"],
    ["before it", ...describeNeighbour(explanation.before, "it is the first")],
    ["after it", ...describeNeighbour(explanation.after, "it is the last")],
  ]);
  return [
    title,
    [colours.bold(`Why it is number ${pattern.number}`), why].join("\n"),
    formatRelations(explanation, options),
  ].join("\n\n");
}

function describeGround(ground: Ground, file: string, otherwise: string): string {
  if (ground.kind === "default") return otherwise;
  const at = `${ground.field} at ${file}:${ground.place.line}:${ground.place.column}`;
  return ground.kind === "unknown" ? `${at} says “${ground.written}”, which is no level` : at;
}

function describeNeighbour(neighbour: NumberedPattern | undefined, otherwise: string): [string, string] {
  if (!neighbour) return ["", otherwise];
  const { number, title, universality, domain } = neighbour;
  return [`${number} ${title}`, `${toWords(universality)}, ${toWords(domain)}`];
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
