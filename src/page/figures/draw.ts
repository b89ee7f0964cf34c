import { type Locale, word } from "../locale.js";
import type { Tokens } from "../tokens.js";
import type { PatternView } from "../view.js";
import { type CodeDrawing, drawCode } from "./code.js";
import { layOutNeighbours, type NeighboursDrawing } from "./neighbours.js";
import { layOutScores, type ScoresDrawing } from "./scores.js";
import type { FiguresView } from "./view.js";

/** A drawing, and what it shows in words. */
type Described<Drawing> = Drawing & { alt: string };

/** The drawings of a pattern's page, for the templates; null for one that has nothing to show, or is not asked for. */
export interface Figures {
  scores: Described<ScoresDrawing> | null;
  neighbours: Described<NeighboursDrawing> | null;
  code: Described<CodeDrawing> | null;
}

/** Lays out the drawings that a view asks for; none where the edition has none. */
export function drawFigures(
  { figures, number, pageUrl }: Pick<PatternView, "figures" | "number" | "pageUrl">,
  tokens: Tokens,
  locale: Locale,
): Figures {
  if (!figures) return { scores: null, neighbours: null, code: null };
  const { scores, neighbours } = figures;
  const code = pageUrl === null ? undefined : drawCode(pageUrl);
  return {
    scores: scores.length > 0 ? { ...layOutScores(scores, tokens), alt: describeScores(figures, locale) } : null,
    neighbours: neighbours && {
      ...layOutNeighbours(number, neighbours, tokens),
      alt: describeNeighbours(neighbours, locale),
    },
    code: code ? { ...code, alt: word(locale, "figures.code") } : null,
  };
}

/** “Commons alignment, 0 to 5: Openness 4; Governance 3.” */
function describeScores({ scores }: FiguresView, locale: Locale): string {
  const list = scores.map(({ dimension, value }) => `${dimension} ${value}`).join("; ");
  return `${word(locale, "figures.scores")}, ${word(locale, "figures.scale")}: ${list}.`;
}

/** “Neighbours. Larger: 6 Nested Enterprises. Smaller: …” */
function describeNeighbours(view: NonNullable<FiguresView["neighbours"]>, locale: Locale): string {
  const sides = (["above", "below", "beside"] as const).filter((side) => view[side].length > 0);
  const lists = sides.map((side) => {
    const names = view[side].map(({ number, title }) => `${number} ${title}`).join("; ");
    return `${word(locale, `figures.${side}`)}: ${names}.`;
  });
  return [`${word(locale, "figures.neighbours")}.`, ...lists].join(" ");
}
