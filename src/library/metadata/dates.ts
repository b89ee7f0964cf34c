import { pathOf } from "../front-matter/field-path.js";
import type { JsonObject, Metadata } from "../pattern.js";
import type { Ask } from "../reading/ask.js";
import { text } from "./kinds.js";
import type { Note } from "./note.js";

type Dates = Pick<Metadata, "created" | "createdOn" | "modified" | "modifiedOn">;

/** When a pattern was made and last changed. What is no date is observed, and kept in `extra`. */
export function readDates(ask: Ask, note: Note): { dates: Dates; extra: JsonObject } {
  const dates: Dates = {};
  const extra: JsonObject = {};
  for (const field of ["created", "modified"] as const) {
    const given = ask.one(field, text);
    const written = given?.value.trim();
    if (!given || !written) continue;
    const date = readDate(written);
    if (typeof date === "object") {
      dates[field] = date.instant;
      dates[`${field}On`] = date.day;
    } else {
      const keys = given.keys.length > 0 ? given.keys : [field];
      note("dates-are-iso", keys, written, date);
      extra[pathOf(keys)] = written;
    }
  }
  return { dates, extra };
}

/** A date as read: the instant in UTC to the second, and the day of the place where it was written. */
interface WrittenDate {
  instant: string;
  day: string;
}

const WRITTEN =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?[ ]?(?:(Z)|([+-])(\d{2})(?::?(\d{2}))?)?)?$/i;
// XML Schema 1.1, 3.3.7: no zone is further from UTC.
const FARTHEST_ZONE = 14 * 60;

/**
 * A date as YAML timestamps and people write it; a time without a zone is UTC. `impossible` where it is written as a
 * date and no calendar or clock shows it, undefined where it is no date.
 */
function readDate(written: string): WrittenDate | "impossible" | undefined {
  const match = WRITTEN.exec(written);
  if (!match) return undefined;
  const numbers = match.slice(1).map((digits) => Number(digits ?? 0));
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0, , , zoneHours = 0, zoneMinutes = 0] = numbers;
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, date);
  // JavaScript takes a day that the month does not have for a day of the next month.
  const stands = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === date;
  const offset = zoneHours * 60 + zoneMinutes;
  if (!stands || year === 0 || hour > 23 || minute > 59 || second > 59) return "impossible";
  if (zoneMinutes > 59 || offset > FARTHEST_ZONE) return "impossible";
  const minutes = hour * 60 + minute - (match[8] === "-" ? -offset : offset);
  const instant = new Date(midnight.getTime() + (minutes * 60 + second) * 1000);
  // Before the first year, and after the last with four digits, ISO 8601 wants an agreement.
  if (instant.getUTCFullYear() < 1 || instant.getUTCFullYear() > 9999) return "impossible";
  return { instant: instant.toISOString().replace(/\.\d{3}Z$/, "Z"), day: written.slice(0, 10) };
}
