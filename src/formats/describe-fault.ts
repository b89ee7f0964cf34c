import { reasonOf } from "../browser/launch.js";
import type { Failure } from "../library/failure.js";
import { isOutOfMemory, isOutOfStack } from "../machine/system-error.js";
import { LateError } from "../threads/late-error.js";

/** What patterns are set in, as messages name it. */
const EDITIONS = {
  pdf: "the printed book",
  epub: "the e-book",
  docx: "the Word files",
  handout: "the handout",
  card: "the card",
  jsonld: "the dataset",
} as const;
export type EditionName = keyof typeof EDITIONS;

export function isEditionName(name: string): name is EditionName {
  return Object.hasOwn(EDITIONS, name);
}

/** Why a pattern is in no edition; the trace goes to the terminal of whoever asks for it. */
export function describeFault(error: unknown, edition: EditionName, path: string): Failure {
  const fault = error instanceof Error ? error : new Error(String(error));
  const where = EDITIONS[edition];
  // Long pages are given more time; the fraction of a second is left out.
  if (fault instanceof LateError) return describeLate(Math.ceil(fault.seconds), edition);
  if (process.env.PATTERN_PRESS_TRACE) console.error(`${path}: ${fault.stack ?? fault.message}`);
  if (isOutOfMemory(fault)) {
    return {
      rule: "pattern-is-set-in-time",
      variant: "memory",
      values: { edition },
      found: `a pattern that takes more memory than there is to be set in ${where}`,
      expected: "a text without endless tables, lists and runs of markup",
      mend: "split the pattern, or use a machine with more memory; until then it is in no edition",
    };
  }
  if (isOutOfStack(fault)) return describeDeep(edition);
  return {
    rule: "pattern-can-be-set",
    values: { edition },
    found: `a pattern that could not be set in ${where} (${reasonOf(fault)})`,
    expected: "one that this program can set; the fault is the program's, please report it",
    mend: "send the file with your report and what PATTERN_PRESS_TRACE=1 adds; until then it is in no edition",
  };
}

function describeDeep(edition: EditionName): Failure {
  return {
    rule: "nesting-is-shallow",
    variant: "edition",
    values: { edition },
    found: `a pattern in which things are nested deeper, or are longer, than can be set in ${EDITIONS[edition]}`,
    expected: "lists, quotations, elements and code nested a few levels deep",
    mend: "look for what is nested so deep, or so long, and flatten or split it; until then it is in no edition",
  };
}

function describeLate(seconds: number, edition: EditionName): Failure {
  return {
    rule: "pattern-is-set-in-time",
    variant: "time",
    values: { edition, seconds },
    found: `a pattern that takes longer than ${seconds} seconds to be set in ${EDITIONS[edition]}`,
    expected: "a text without endless tables, formulas and pictures",
    mend: "look for what is so long and take it out, or raise limits.seconds; until then it is in no edition",
  };
}
