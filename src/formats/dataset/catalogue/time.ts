import type { Library } from "../../../library/library.js";

/** To the second, as xsd:dateTime and every other date of the dataset are written. */
export function toInstant(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}

/** The dataset's version: its date in the form of semantic versioning, which Croissant asks for: `2026.3.25`. */
export function toVersion(date: Date): string {
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()].join(".");
}

/** When the first pattern was written and the last one changed; undefined where no pattern has a date. */
export function periodOf({ patterns }: Library): { start: string; end: string } | undefined {
  const dates = patterns.flatMap(({ created, modified }) => [created ?? [], modified ?? []].flat()).sort();
  const start = dates[0];
  const end = dates.at(-1);
  return start !== undefined && end !== undefined ? { start, end } : undefined;
}
