import type { ParagraphStyle } from "./names.js";
import { ruled, type Style, tag } from "./style.js";
import { ENLARGE, type Typography } from "./typography.js";

/** Type of a card: size in half-points; height of a line and the space round a paragraph in twips. */
export interface CardType {
  size: number;
  line: number;
  before: number;
  after: number;
}

type CardStyle = Extract<ParagraphStyle, `Card${string}`> | "WritingLines";

/** Paper for a hand to write on: lines of 8 mm. */
const WRITING_LINE = 454;

/** How high the paragraphs of a card stand; what is fitted on a card is counted by it. */
export function measureCard({ size, line }: Typography): Readonly<Record<CardStyle, CardType>> {
  // A card is held in the hand like a book: its text is the book's own size.
  const own = (halfPoints: number): number => Math.round(halfPoints / ENLARGE);
  const text = own(size.text);
  const lead = (halfPoints: number): number => Math.round((line / ENLARGE / text) * halfPoints);
  const type = (halfPoints: number, before: number, after: number): CardType => ({
    size: halfPoints,
    line: lead(halfPoints),
    before,
    after,
  });
  return {
    CardCode: { size: text, line: 240, before: 0, after: 0 },
    CardNumber: { size: own(size.title), line: own(size.title) * 12, before: 0, after: 0 },
    CardTitle: { size: size.lede, line: size.lede * 12, before: 0, after: 40 },
    CardMeta: type(size.meta, 0, 60),
    CardSummary: type(text, 60, 0),
    CardLabel: { ...type(size.meta, 150, 30) },
    CardText: type(text, 0, 30),
    CardRelation: type(size.note, 0, 10),
    CardFoot: type(size.meta, 40, 0),
    WritingLines: { size: text, line: WRITING_LINE, before: 0, after: 0 },
  };
}

/** The paragraph styles of a card. */
export function cardStyles(type: Typography): Record<CardStyle | "ColumnEnd", Style> {
  const measures = measureCard(type);
  const base = (name: CardStyle, lineRule: "atLeast" | "exact" = "atLeast"): Style => {
    const { line, before, after } = measures[name];
    return { basedOn: "Normal", paragraph: { spacing: { before, after, line, lineRule } } };
  };
  const styled = (name: CardStyle, run: Style["run"], paragraph: Style["paragraph"] = {}): Style => {
    const style = base(name);
    return { ...style, paragraph: { ...style.paragraph, ...paragraph }, run: { size: measures[name].size, ...run } };
  };
  const head = { keepNext: true, keepLines: true };
  return {
    CardCode: { basedOn: "Normal", paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: "auto" } } },
    CardNumber: styled("CardNumber", { font: "display", colour: "accent" }, head),
    CardTitle: styled("CardTitle", { bold: true }, { ...head, outlineLevel: 0 }),
    CardMeta: styled("CardMeta", { font: "label" }, { border: { bottom: ruled(type, 4) } }),
    CardSummary: styled("CardSummary", { italics: true }),
    CardLabel: styled("CardLabel", { ...tag(type), bold: true }, { ...head, outlineLevel: 1 }),
    CardText: styled("CardText", {}),
    CardRelation: styled("CardRelation", { font: "label" }),
    CardFoot: styled("CardFoot", { font: "label", colour: "soft" }, { border: { top: ruled(type, 4) } }),
    // Text after a column break in the same paragraph stands at the head of the next column: this style makes that
    // almost no height.
    ColumnEnd: {
      basedOn: "Normal",
      paragraph: { spacing: { before: 0, after: 0, line: 20, lineRule: "exact" } },
      run: { size: 2 },
    },
    WritingLines: {
      ...base("WritingLines", "exact"),
      run: { size: measures.WritingLines.size, colour: "hairline" },
    },
  };
}
