import { TextRun } from "docx";
import type { Marks } from "../model.js";
import { divideScripts } from "./scripts.js";

/** Runs of text. Scripts of their own direction or fonts stand in runs of their own. */
export function writeText(value: string, marks: Marks): TextRun[] {
  if (value === "") return [];
  return divideScripts(value, marks).map(
    ({ text, marks: own, hint }) => new TextRun({ ...formatOf(own), ...(hint ? { font: { hint } } : {}), text }),
  );
}

type RunFormat = Exclude<ConstructorParameters<typeof TextRun>[0], string>;

/** Marks as the docx package names them; it gives bold and italics to every script. */
export function formatOf({ underline, ...marks }: Marks): RunFormat {
  return underline ? { ...marks, underline: {} } : marks;
}
