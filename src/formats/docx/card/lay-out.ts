import { type Fitted, fitEssence } from "../../../page/essence/fit.js";
import type { Essence, Matter } from "../../../page/essence/index.js";
import { widthOf } from "../../../page/letter-widths.js";
import type { Signs } from "../../../page/typography/signs.js";
import { typeset, typesetPieces } from "../../../page/typography/typeset.js";
import type { CardType, measureCard } from "../styles/cards.js";
import { STEP } from "../styles/measures.js";
import type { Sheet } from "./sheet.js";
import type { CardView } from "./view.js";

/** What a template sets on a card, cut to its room. */
export interface CardLayout {
  extracts: { matter: Matter; section: string; isSummary: boolean; form: "points" | "prose"; items: string[] }[];
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

/** So many are left for notes, however much there would be to say. */
const FEWEST_LINES = 4;
/** Of the room for extracts, the most that one may take. */
const MOST = 0.5;
/** What machines without our faces take in their place runs wider, and lines do not break where they are full. */
const WIDER = 1.12;
/** What LibreOffice keeps free round a frame, and the rule above the foot. */
const FOOT_FRAME = 320;
const MARK = "\u00a0…";

/** Fits the essence of a pattern on its card; what room is left is for notes. Heights in twips. */
export function layOutCard(essence: Essence, view: CardView, options: LayOutOptions): CardLayout {
  const { sheet, measures } = options;
  const fixed = heightOfFrame(view, essence.length, options);
  const room = sheet.room - fixed - FEWEST_LINES * measures.WritingLines.line;
  const fitted = fitEssence(typesetEssence(essence, options.signs), {
    heightOf: (item, { form }) =>
      heightOf(item, measures.CardText, form === "points" ? sheet.measure - STEP : sheet.measure),
    room,
    most: room * MOST,
    mark: MARK,
  });
  const used = fitted.reduce((sum, { height }) => sum + height, fixed);
  const lines = Math.max(FEWEST_LINES, Math.floor((sheet.room - used) / measures.WritingLines.line));
  return { extracts: fitted.map(toLayout), lines };
}

/** Everything but the extracts and the lines for notes. */
function heightOfFrame(view: CardView, labels: number, { sheet, measures, code, foot }: LayOutOptions): number {
  const { title, groups, related } = view;
  const beside = sheet.measure - code;
  const opening =
    heightOf(String(view.number), measures.CardNumber, beside) +
    heightOf(title, measures.CardTitle, beside, true) +
    (groups.length > 0 ? heightOf(groups.join(" · "), measures.CardMeta, beside) : 0);
  const label = heightOf("", measures.CardLabel, sheet.measure);
  const names = related.map((item) => `${item.label} ${item.number} ${item.title}`);
  const relations = names.reduce((sum, name) => sum + heightOf(name, measures.CardRelation, sheet.measure), 0);
  return (
    Math.max(opening, code) +
    // Those of the extracts, of the relations and of the notes.
    label * (labels + (related.length > 0 ? 1 : 0) + 1) +
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
function typesetEssence(essence: Essence, signs: Signs): Essence {
  return essence.map((extract) => ({
    ...extract,
    section: typeset(extract.section, signs),
    items: extract.items.map((parts) =>
      typesetPieces(
        parts.map((part) => `${part} `),
        signs,
      ).map((part) => part.trimEnd()),
    ),
  }));
}

function toLayout({ extract, items }: Fitted): CardLayout["extracts"][number] {
  const { matter, section, isSummary, form } = extract;
  return { matter, section, isSummary, form, items };
}
