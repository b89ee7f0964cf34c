import type { Severity } from "../library/rules/rule.js";

/** Colours of the terminal; plain text where there is none. */
export interface Colours {
  severity(severity: Severity, text: string): string;
  dim(text: string): string;
  bold(text: string): string;
}

/** Colours when the stream is a terminal that has some; NO_COLOR and FORCE_COLOR outweigh it (no-color.org). */
export function coloursFor(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv = process.env): Colours {
  const wanted = environment.FORCE_COLOR !== undefined && environment.FORCE_COLOR !== "0";
  const forbidden = (environment.NO_COLOR ?? "") !== "";
  return wanted || (!forbidden && stream.isTTY && stream.hasColors()) ? COLOURED : PLAIN;
}

/** Every text as it is. */
export const PLAIN: Colours = { severity: (_, text) => text, dim: (text) => text, bold: (text) => text };

// ECMA-48, 8.3.117: a code that switches on and the one that switches it off again.
const paint =
  (on: number, off: number) =>
  (text: string): string =>
    `\u001B[${on}m${text}\u001B[${off}m`;

const dim = paint(2, 22);
const OF_SEVERITY: Readonly<Record<Severity, (text: string) => string>> = {
  error: paint(31, 39),
  warning: paint(33, 39),
  info: dim,
};

const COLOURED: Colours = { severity: (severity, text) => OF_SEVERITY[severity](text), dim, bold: paint(1, 22) };
