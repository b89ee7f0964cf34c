import {
  type Document,
  type ILevelsOptions,
  type IParagraphOptions,
  LevelFormat,
  type NumberingDefinition,
} from "docx";
import type { NumberType } from "../../../page/list-numbers.js";
import type { ListMark } from "../model.js";
import { DEEPEST_LIST, STEP } from "../styles/measures.js";
import { element, valued } from "./xml.js";

/** The numbers of the lists that the list styles name. The docx package keeps the first number for bullets of its own. */
export const STYLE_LISTS = { bullets: 2, numbers: 3 } as const;

/** Lists of somebody else's styles, as XML (ECMA-376, 17.9.1 and 17.9.15). */
export interface OtherLists {
  kinds: readonly string[];
  instances: readonly string[];
}

const FORMATS: Readonly<Record<NumberType, (typeof LevelFormat)[keyof typeof LevelFormat]>> = {
  "1": LevelFormat.DECIMAL,
  a: LevelFormat.LOWER_LETTER,
  A: LevelFormat.UPPER_LETTER,
  i: LevelFormat.LOWER_ROMAN,
  I: LevelFormat.UPPER_ROMAN,
};

/** The lists that the list styles name; others are added as paragraphs ask for them. */
export const NUMBERING = { config: [bullets(), numbersFrom(1, "1", STEP)] };

/**
 * The lists of the list styles get the first numbers of the document, before any paragraph needs one. So their numbers
 * are the same in every document, and all can share one style sheet.
 */
export function beginNumbering({ Numbering }: Document): void {
  for (const { reference } of NUMBERING.config) Numbering.createConcreteNumberingInstance(reference, 0);
}

/** A list that counts for itself: an instance of its own. */
export function numberingOf(mark: ListMark): NonNullable<IParagraphOptions["numbering"]> {
  const { kind, list, level, start, type, room } = mark;
  return { reference: kind === "bullet" ? bullets() : numbersFrom(start, type, room), level, instance: list };
}

/** `w:numPr` for a style. */
export function numberOf(list: number, level: number): string {
  return element("w:numPr", {}, valued("w:ilvl", level), valued("w:numId", list));
}

/** What `word/numbering.xml` holds: the lists of a document in their order, each by its kind. */
export function keyOf({ Numbering }: Document): string {
  return Numbering.ConcreteNumbering.map(({ reference, instance }) => `${reference}-${instance}`).join(" ");
}

/** `word/numbering.xml` with the lists of somebody else's styles beside ours: kinds come before all lists (17.9.16). */
export function addLists(numbering: string, { kinds, instances }: OtherLists): string {
  return numbering
    .replace(/(<w:numbering\b[^>]*>)/, (opening) => opening + kinds.join(""))
    .replace("</w:numbering>", () => `${instances.join("")}</w:numbering>`);
}

function bullets(): NumberingDefinition {
  const signs = ["•", "–"];
  return {
    reference: "bullets",
    levels: levels((level) => ({ format: LevelFormat.BULLET, text: signs[level % signs.length] ?? "•" })),
  };
}

function numbersFrom(start: number, type: NumberType, room: number): NumberingDefinition {
  const kind = type === "1" ? "" : `-${FORMATS[type]}`;
  return {
    reference: `numbers-from-${start}${kind}${room === STEP ? "" : `-within-${room}`}`,
    levels: levels((level) => ({ format: FORMATS[type], text: `%${level + 1}.`, start }), room),
  };
}

function levels(describe: (level: number) => Omit<ILevelsOptions, "level">, room = STEP): ILevelsOptions[] {
  return Array.from({ length: DEEPEST_LIST + 1 }, (_, level) => ({
    level,
    alignment: "left" as const,
    style: { paragraph: { indent: { left: STEP * level + room, hanging: room } } },
    ...describe(level),
  }));
}
