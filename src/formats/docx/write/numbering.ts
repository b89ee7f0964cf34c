import {
  type Document,
  type ILevelsOptions,
  type INumberingOptions,
  type IParagraphOptions,
  LevelFormat,
  type NumberingDefinition,
} from "docx";
import type { ListMark } from "../model.js";
import { DEEPEST_LIST, STEP } from "../styles/measures.js";

/** The lists that the list styles name; others are added as paragraphs ask for them. */
export const NUMBERING: INumberingOptions = { config: [bullets(), numbersFrom(1)] };

/**
 * Gives the lists that the list styles name the first numbers of the document, before any paragraph asks for one: the
 * same in every document, so that all can have one style sheet.
 */
export function beginNumbering({ Numbering }: Document): void {
  for (const { reference } of NUMBERING.config) Numbering.createConcreteNumberingInstance(reference, 0);
}

/** A list that counts for itself: an instance of its own. */
export function numberingOf({ kind, list, level, start }: ListMark): NonNullable<IParagraphOptions["numbering"]> {
  return { reference: kind === "bullet" ? "bullets" : numbersFrom(start), level, instance: list };
}

function bullets(): NumberingDefinition {
  const signs = ["•", "–"];
  return {
    reference: "bullets",
    levels: levels((level) => ({ format: LevelFormat.BULLET, text: signs[level % signs.length] ?? "•" })),
  };
}

function numbersFrom(start: number): NumberingDefinition {
  return {
    reference: `numbers-from-${start}`,
    levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start })),
  };
}

function levels(describe: (level: number) => Omit<ILevelsOptions, "level">): ILevelsOptions[] {
  return Array.from({ length: DEEPEST_LIST + 1 }, (_, level) => ({
    level,
    alignment: "left" as const,
    style: { paragraph: { indent: { left: STEP * (level + 1), hanging: STEP } } },
    ...describe(level),
  }));
}
