import type { NumberedPattern } from "./pattern.js";
import { UNIVERSALITIES } from "./universality.js";

/** A selection that cannot be read, or that nothing meets. Exit status 2. */
export class SelectionError extends Error {}

type Operator = "=" | "!=" | ">=" | "<=" | ">" | "<";

interface Condition {
  field: string;
  operator: Operator;
  /** One of them has to fit. */
  values: string[];
  /** Where the condition begins, from 1. */
  column: number;
}

/** What a field of a selection looks at: words are compared as words, numbers as numbers. */
type Field =
  | { kind: "words"; of(pattern: NumberedPattern): readonly (string | undefined)[]; known?: readonly string[] }
  | { kind: "number"; of(pattern: NumberedPattern): number | undefined };

const FIELDS: Readonly<Record<string, Field>> = {
  universality: { kind: "words", of: ({ universality }) => [universality], known: UNIVERSALITIES },
  domain: { kind: "words", of: ({ domain }) => [domain] },
  id: { kind: "words", of: ({ id }) => [id] },
  slug: { kind: "words", of: ({ slug, formerSlugs }) => [slug, ...formerSlugs] },
  title: { kind: "words", of: ({ title, aliases }) => [title, ...aliases] },
  status: { kind: "words", of: ({ status }) => [status] },
  category: { kind: "words", of: ({ categories }) => categories },
  era: { kind: "words", of: ({ eras }) => eras },
  origin: { kind: "words", of: ({ origins }) => origins },
  number: { kind: "number", of: ({ number }) => number },
  alignment: { kind: "number", of: ({ alignment }) => alignment },
  confidence: { kind: "number", of: ({ confidence }) => confidence },
};

// A value with blanks, commas or operators stands in quotes.
const CONDITION =
  /([a-z]+)\s*(!=|>=|<=|=|>|<)\s*((?:"[^"]*"|[^\s,"=<>!]+)(?:\s*,\s*(?:"[^"]*"|[^\s,"=<>!]+))*)(?=\s|$)/iy;

/**
 * Reads a selection: conditions joined by and (`universality=domain alignment>=4`), the values of one condition by or
 * (`domain=governance,finance`). Words are compared without regard to case; `!=` wants none of the values.
 * @throws SelectionError with what was found, where, and what is known
 */
export function parseSelection(text: string): (pattern: NumberedPattern) => boolean {
  const tests = readConditions(text).map((condition) => toTest(condition, text));
  return (pattern) => tests.every((test) => test(pattern));
}

/** Why a selection that stands in a configuration cannot be read; undefined when it can. */
export function refuseSelection(text: string): string | undefined {
  try {
    parseSelection(text);
    return undefined;
  } catch (error) {
    if (error instanceof SelectionError) return error.message.replace(/^--select: /, "");
    throw error;
  }
}

function readConditions(text: string): Condition[] {
  const conditions: Condition[] = [];
  let at = skipBlanks(text, 0);
  if (at === text.length) throw misread(text, 0, "nothing", "a condition such as domain=governance");
  while (at < text.length) {
    CONDITION.lastIndex = at;
    const match = CONDITION.exec(text);
    if (!match) throw misread(text, at, `“${text.slice(at).split(/\s/)[0]}”`, "a condition such as domain=governance");
    const [whole, field = "", operator = "=", values = ""] = match;
    conditions.push({
      field: field.toLowerCase(),
      operator: operator as Operator, // the expression lets no other through
      values: [...values.matchAll(/"([^"]*)"|([^\s,"=<>!]+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ""),
      column: at + 1,
    });
    at = skipBlanks(text, at + whole.length);
  }
  return conditions;
}

function skipBlanks(text: string, from: number): number {
  const blanks = /\s*/y;
  blanks.lastIndex = from;
  return from + (blanks.exec(text)?.[0].length ?? 0);
}

function toTest({ field, operator, values, column }: Condition, text: string): (pattern: NumberedPattern) => boolean {
  const known = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
  if (!known) throw misread(text, column - 1, `the field “${field}”`, `one of ${Object.keys(FIELDS).join(", ")}`);
  if (known.kind === "number") {
    const numbers = values.map((value) => {
      if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value);
      throw misread(text, column - 1, `${field}${operator}${value}`, "a number");
    });
    return (pattern) => compare(known.of(pattern), operator, numbers);
  }
  if (operator !== "=" && operator !== "!=") {
    throw misread(text, column - 1, `${field}${operator}`, `= or !=; ${field} is no number`);
  }
  const stranger = known.known && values.find((value) => !known.known?.includes(value.toLowerCase()));
  if (stranger !== undefined) {
    throw misread(text, column - 1, `${field}${operator}${stranger}`, `one of ${known.known?.join(", ")}`);
  }
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  const fits = (pattern: NumberedPattern): boolean =>
    known.of(pattern).some((value) => value !== undefined && wanted.has(value.toLowerCase()));
  return operator === "=" ? fits : (pattern) => !fits(pattern);
}

/** A pattern without the number fits only `!=`. */
function compare(found: number | undefined, operator: Operator, values: readonly number[]): boolean {
  if (operator === "!=") return found === undefined || !values.includes(found);
  if (found === undefined) return false;
  const compareWith: Readonly<Record<Exclude<Operator, "!=">, (value: number) => boolean>> = {
    "=": (value) => found === value,
    ">=": (value) => found >= value,
    "<=": (value) => found <= value,
    ">": (value) => found > value,
    "<": (value) => found < value,
  };
  return values.some(compareWith[operator]);
}

function misread(text: string, at: number, found: string, expected: string): SelectionError {
  const pointer = `${" ".repeat(at + 2)}^`;
  return new SelectionError(
    `--select: found ${found} at column ${at + 1}; expected ${expected}\n  ${text}\n${pointer}`,
  );
}
