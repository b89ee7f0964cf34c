import { unmarked } from "../languages/marks.js";
import { capitalise, type Locale, word } from "../locale.js";
import type { PatternView } from "../pattern-view.js";
import type { Tokens } from "../tokens.js";
import type { FiguresView } from "./figures-view.js";
import { layOutNeighbours, type NeighboursDrawing } from "./neighbours.js";
import { type CodeDrawing, drawCode } from "./qr-code.js";
import { layOutScores, type ScoresDrawing } from "./scores.js";

/** What a drawing shows, in words. */
interface Words {
  /** Its name. */
  title: string;
  /** All that can be read off it. */
  description: string;
}

/** A drawing as the templates draw it. */
type Drawn<Drawing> = Drawing &
  Words & {
    /** Both in one, where there is no room for two. */
    alt: string;
    /** How large it stands on the page, as lengths of CSS. */
    extent: { width: string; height: string };
    /** The size of its letters, in its own unit. */
    lettering: { title: number; numeral: number };
  };

/** The drawings of a pattern's page, for the templates; null for one that has nothing to show, or is not asked for. */
export interface Figures {
  scores: Drawn<ScoresDrawing> | null;
  neighbours: Drawn<NeighboursDrawing> | null;
  code: (CodeDrawing & { alt: string }) | null;
}

/** Lays out the drawings that a view asks for; none where the edition has none. */
export function drawFigures(
  { figures, number, pageUrl }: Pick<PatternView, "figures" | "number" | "pageUrl">,
  tokens: Tokens,
  locale: Locale,
): Figures {
  if (!figures) return { scores: null, neighbours: null, code: null };
  const { medium, scores, neighbours } = figures;
  const draw = <Drawing extends { width: number; height: number }>(drawing: Drawing, words: Words): Drawn<Drawing> => ({
    ...drawing,
    ...words,
    alt: `${words.title}. ${words.description}`,
    extent: { width: toLength(drawing.width, medium), height: toLength(drawing.height, medium) },
    lettering: { title: tokens.scale.tag, numeral: tokens.scale.meta },
  });
  const code = pageUrl === null || medium === "screen" ? undefined : drawCode(pageUrl);
  return {
    scores: scores.length > 0 ? draw(layOutScores(scores, tokens, medium), describeScores(figures, locale)) : null,
    neighbours:
      neighbours && draw(layOutNeighbours(number, neighbours, tokens), describeNeighbours(neighbours, locale)),
    code: code ? { ...code, alt: word(locale, "figures.code") } : null,
  };
}

// Letters of 6.2 points on paper are three quarters of the reader's own size on a screen.
const EMS_TO_A_POINT = 0.12;

function toLength(points: number, medium: FiguresView["medium"]): string {
  return medium === "print" ? `${points}pt` : `${Math.round(points * EMS_TO_A_POINT * 100) / 100}em`;
}

/** “Commons alignment”; “Scores from 0 to 5: Openness 4; Governance 3.” */
function describeScores({ scores }: FiguresView, locale: Locale): Words {
  const list = scores.map(({ dimension, value }) => `${dimension} ${value}`).join("; ");
  return {
    title: word(locale, "figures.scores"),
    description: capitalise(`${word(locale, "figures.scale")}: ${list}.`, locale),
  };
}

/** “Neighbours”; “Larger: 6 Nested Enterprises. Smaller: …” */
function describeNeighbours(view: NonNullable<FiguresView["neighbours"]>, locale: Locale): Words {
  const sides = (["above", "below", "beside"] as const).filter((side) => view[side].length > 0);
  const lists = sides.map((side) => {
    // A description is in one language.
    const names = view[side].map(({ number, title }) => `${number} ${unmarked(title)}`).join("; ");
    return `${word(locale, `figures.${side}`)}: ${names}.`;
  });
  return { title: word(locale, "figures.neighbours"), description: lists.join(" ") };
}
