import type { Matter } from "../../../page/essence/extract.js";
import { type Fitted, fitEssence } from "../../../page/essence/fit.js";
import type { Essence } from "../../../page/essence/index.js";
import { widthOf } from "../../../page/letter-widths.js";
import type { Signs } from "../../../page/typography/signs.js";
import { typeset, typesetPieces } from "../../../page/typography/typeset.js";
import type { CardView } from "../../card-view.js";
import type { CardType, measureCard } from "../styles/cards.js";
import { STEP } from "../styles/measures.js";
import type { Sheet } from "./sheet.js";

/** What a template sets on a card, cut to its room. */
export interface CardLayout {
  /** One sentence; null for none. */
  summary: string | null;
  extracts: {
    matter: Matter;
    section: string;
    form: "points" | "prose";
    items: string[];
    /** How many points there are, where not all of them are shown. */
    of: number | null;
  }[];
  /** Lines for notes. */
  lines: number;
}

type Measures = ReturnType<typeof measureCard>;

interface LayOutOptions {
  /** Those of the pattern's language. */
  signs: Signs;
  sheet: Sheet;
  measures: Measures;
  /** Width of the code at the head of the card, in twips; 0 for none. */
  code: number;
  /** What stands at the card's foot. */
  foot: string;
}

/** At least this many lines are kept for notes, however long the text is. */
const FEWEST_LINES = 3;
/** Of the room for extracts, the most that one may take. */
const MOST = 0.5;
/** Machines without our faces use wider ones instead, and lines break before they are full. */
const WIDER = 1.12;
/** What LibreOffice keeps free round a frame, and the rule above the foot. */
const FOOT_FRAME = 320;
const MARK = "\u00a0…";

/** Fits the essence of a pattern on its card; what room is left is for notes. Heights in twips. */
export function layOutCard(essence: Essence, view: CardView, options: LayOutOptions): CardLayout {
  const { sheet, measures } = options;
  const { summary, extracts } = typesetEssence(essence, options.signs);
  const fixed = heightOfFrame(view, summary, options);
  const room = sheet.room - fixed - FEWEST_LINES * measures.WritingLines.line;
  const label = heightOf("", measures.CardLabel, sheet.measure);
  const fitted = fitEssence(extracts, {
    heightOf: (item, { form }) =>
      heightOf(item, measures.CardText, form === "points" ? sheet.measure - STEP : sheet.measure),
    label,
    room,
    most: room * MOST,
    mark: MARK,
  });
  const used = fitted.reduce((sum, { height }) => sum + label + height, fixed);
  const lines = Math.max(FEWEST_LINES, Math.floor((sheet.room - used) / measures.WritingLines.line));
  return { summary, extracts: fitted.map(toLayout), lines };
}

/** The height of everything but the extracts and the lines for notes. */
function heightOfFrame(view: CardView, summary: string | null, { sheet, measures, code, foot }: LayOutOptions): number {
  const { title, groups, related } = view;
  const beside = sheet.measure - code;
  const opening =
    heightOf(String(view.number), measures.CardNumber, beside) +
    heightOf(title, measures.CardTitle, beside, true) +
    (groups.length > 0 ? heightOf(groups.join(" · "), measures.CardMeta, beside) : 0);
  const sentence = summary === null ? 0 : heightOf(summary, measures.CardSummary, sheet.measure);
  const label = heightOf("", measures.CardLabel, sheet.measure);
  const names = related.map((item) => `${item.label} ${item.number} ${item.title}`);
  const relations = names.reduce((sum, name) => sum + heightOf(name, measures.CardRelation, sheet.measure), 0);
  return (
    Math.max(opening, code) +
    sentence +
    // Those of the relations and of the notes.
    label * ((related.length > 0 ? 1 : 0) + 1) +
    relations +
    (foot === "" ? 0 : heightOf(foot, measures.CardFoot, sheet.measure) + FOOT_FRAME) +
    measures.CardText.line
  );
}

function heightOf(text: string, { size, line, before, after }: CardType, width: number, bold = false): number {
  const points = size / 2;
  const length = widthOf(text) * points * 20 * WIDER * (bold ? 1.06 : 1);
  return before + after + Math.max(1, Math.ceil(length / width)) * line;
}

/** The sentences of a paragraph are judged as one: a quotation may go on in the next. */
function typesetEssence({ summary, extracts }: Essence, signs: Signs): Essence {
  const typesetItem = (parts: readonly string[]): string[] => {
    const spaced = parts.map((part) => `${part} `);
    return typesetPieces(spaced, signs).map((part) => part.trimEnd());
  };
  return {
    summary: summary === null ? null : typeset(summary, signs),
    extracts: extracts.map((extract) => ({
      ...extract,
      section: typeset(extract.section, signs),
      items: extract.items.map(typesetItem),
    })),
  };
}

function toLayout({ extract, items }: Fitted): CardLayout["extracts"][number] {
  const { matter, section, form, total } = extract;
  return { matter, section, form, items, of: total !== null && items.length < total ? total : null };
}
