import type { Library } from "../../../library/library.js";
import { isDated } from "../../../page/edition-date.js";

/** To the second, as xsd:dateTime and every other date of the dataset are written; undefined where none is known. */
export function toInstant(date: Date): string | undefined {
  if (!isDated(date)) return undefined;
  return date.toISOString().replace(/\.\d{3}Z$/, "Z");
}

/**
 * The dataset's version: its date in the form of semantic versioning, which Croissant asks for: `2026.3.25`; `0.0.0` where no
 * date is known.
 */
export function toVersion(date: Date): string {
  if (!isDated(date)) return "0.0.0";
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()].join(".");
}

/** When the first pattern was written and the last one changed; undefined where no pattern has a date. */
export function periodOf({ patterns }: Library): { start: string; end: string } | undefined {
  const dates = patterns.flatMap(({ created, modified }) => [created ?? [], modified ?? []].flat()).sort();
  const start = dates[0];
  const end = dates.at(-1);
  return start !== undefined && end !== undefined ? { start, end } : undefined;
}
