import { type FieldValue, fieldName, hasField, listFields, valuesOf } from "./field-values.js";
import { keyOf } from "./groups.js";
import type { Library } from "./library.js";
import { nearestName } from "./nearest-name.js";
import type { NumberedPattern } from "./pattern.js";
import { UNIVERSALITIES } from "./universality.js";

// We parse this ourselves: search-query-parser 1.6 and liqe 3.8 know “alignment:>=4” but not “alignment>=4”; the first
// treats what it cannot read as plain words, the second has no “one of these” and does not say what it expected.

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

// A value with blanks, commas or operators stands in quotes.
const CONDITION =
  /([\p{L}_][\p{L}\p{M}\p{N}_.-]*)\s*(!=|>=|<=|=|>|<)\s*((?:"[^"]*"|[^\s,"=<>!]+)(?:\s*,\s*(?:"[^"]*"|[^\s,"=<>!]+))*)(?=\s|$)/iuy;

/** The conditions of a selection as they are written. */
export interface Selection {
  text: string;
  conditions: readonly Condition[];
}

/**
 * Reads a selection: conditions joined by and (`universality=domain alignment>=4`), the values of one condition by or
 * (`domain=governance,finance`). Words are compared without regard to case, numbers by size; `!=` wants none of the values.
 * @throws SelectionError with what was found, where, and what is expected
 */
export function parseSelection(text: string): Selection {
  const conditions = readConditions(text);
  for (const condition of conditions) refuseValues(condition, text);
  return { text, conditions };
}

/**
 * Which patterns of a library a selection means.
 * @throws SelectionError where it names a field that the library does not have
 */
export function openSelection(
  { text, conditions }: Selection,
  library: Pick<Library, "fields" | "byId">,
): (pattern: NumberedPattern) => boolean {
  for (const { field, column } of conditions) {
    if (field === NUMBER || hasField(library, field)) continue;
    const known = [NUMBER, ...listFields(library)];
    const nearest = nearestName(field, known);
    const expected =
      nearest === undefined ? `one of ${known.join(", ")}` : `a field of this library; did you mean “${nearest}”?`;
    throw misread(text, column - 1, `the field “${field}”`, expected);
  }
  return (pattern) => conditions.every((condition) => meets(pattern, condition));
}

/** Why no pattern meets a selection, where a value of it is none that any pattern has: the value that was meant, if one is near. */
export function explainNone({ conditions }: Selection, { byId }: Pick<Library, "byId">): string | undefined {
  for (const { field, operator, values } of conditions) {
    if (operator !== "=" || field === NUMBER) continue;
    const known = [...new Set([...byId.values()].flatMap((pattern) => valuesOf(pattern, field).map(String)))];
    const strange = values.find((value) => !known.some((one) => keyOf(one) === keyOf(value)));
    if (strange === undefined) continue;
    const nearest = nearestName(strange, known);
    if (nearest !== undefined) return `no pattern has ${field}=${strange}; did you mean “${nearest}”?`;
    if (known.length > 0 && known.length <= MOST_LISTED) return `${field} is one of ${known.toSorted().join(", ")}`;
  }
  return undefined;
}

// Values that a line holds.
const MOST_LISTED = 20;

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
    if (!match)
      throw misread(text, at, `“${text.slice(at).split(/\s/)[0]}”`, expectCondition(text.slice(at), conditions.at(-1)));
    const [whole, field = "", operator = "=", values = ""] = match;
    conditions.push({
      field: field.toLowerCase() === NUMBER ? NUMBER : field,
      operator: operator as Operator, // the expression lets no other through
      values: [...values.matchAll(/"([^"]*)"|([^\s,"=<>!]+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ""),
      column: at + 1,
    });
    at = skipBlanks(text, at + whole.length);
  }
  return conditions;
}

/** What should stand there; after a condition it may be the rest of its value. */
function expectCondition(rest: string, last: Condition | undefined): string {
  const plain = "a condition such as domain=governance";
  if (last === undefined && /^[\p{L}_][\w.-]*\s*$/u.test(rest)) {
    return `${plain}; a shell takes > and < for itself where they stand in no quotation marks: --select '${rest.trim()}>=4'`;
  }
  return last === undefined
    ? plain
    : `${plain}; a value of several words stands in quotation marks: ${last.field}="two words"`;
}

function skipBlanks(text: string, from: number): number {
  const blanks = /\s*/y;
  blanks.lastIndex = from;
  return from + (blanks.exec(text)?.[0].length ?? 0);
}

// Of the book, not of the file.
const NUMBER = "number";

/** Fields that only have values of a kind: a mistake in them shows before the library is read. */
const NUMBERS = new Set([NUMBER, "alignment", "confidence"]);

function refuseValues({ field, operator, values, column }: Condition, text: string): void {
  const name = fieldName(field);
  const compares = operator !== "=" && operator !== "!=";
  for (const value of values) {
    const written = `${field}${operator}${value}`;
    if (NUMBERS.has(name) && !isNumber(value)) throw misread(text, column - 1, written, "a number");
    if (compares && !isNumber(value) && !isDay(value)) {
      throw misread(text, column - 1, written, `= or !=; “${value}” is no number and no day such as 2026-02-01`);
    }
    if (name === "universality" && !UNIVERSALITIES.some((level) => level === value.toLowerCase())) {
      throw misread(text, column - 1, written, `one of ${UNIVERSALITIES.join(", ")}`);
    }
  }
}

function isNumber(value: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(value);
}

/** `2026`, `2026-02` or `2026-02-01`, which sort as words do. */
function isDay(value: string): boolean {
  return /^\d{4}(-\d\d){0,2}$/.test(value);
}

/** A pattern without a value fits only `!=`. */
function meets(pattern: NumberedPattern, { field, operator, values }: Condition): boolean {
  const found = field === NUMBER ? [pattern.number] : valuesOf(pattern, field);
  const fits = (value: FieldValue, wanted: string): boolean => holds(compare(value, wanted), operator);
  if (operator !== "!=") return found.some((value) => values.some((wanted) => fits(value, wanted)));
  return !found.some((value) => values.some((wanted) => compare(value, wanted) === 0));
}

/** Below 0, 0 or above, as the value is less than what is wanted, the same or more; undefined where they differ in kind. */
function compare(value: FieldValue, wanted: string): number | undefined {
  const text = String(value).toLowerCase();
  if (isNumber(text) && isNumber(wanted)) return Number(text) - Number(wanted);
  if (text === wanted.toLowerCase() || keyOf(text) === keyOf(wanted)) return 0;
  return isDay(wanted) && /^\d{4}-\d\d/.test(text) ? (text < wanted ? -1 : 1) : undefined;
}

function holds(difference: number | undefined, operator: Operator): boolean {
  if (difference === undefined) return false;
  const tests: Readonly<Record<Operator, boolean>> = {
    "=": difference === 0,
    "!=": difference !== 0,
    ">=": difference >= 0,
    "<=": difference <= 0,
    ">": difference > 0,
    "<": difference < 0,
  };
  return tests[operator];
}

function misread(text: string, at: number, found: string, expected: string): SelectionError {
  const pointer = `${" ".repeat(at + 2)}^`;
  return new SelectionError(
    `--select: found ${found} at column ${at + 1}; expected ${expected}\n  ${text}\n${pointer}`,
  );
}
