import type { JsonObject, Metadata } from "../pattern.js";
import type { DocumentFields } from "./document.js";
import type { Note } from "./note.js";

/** When a pattern was made and last changed. What is no date is observed, and kept in `extra`. */
export function readDates(
  fields: DocumentFields,
  note: Note,
): { dates: Pick<Metadata, "created" | "modified">; extra: JsonObject } {
  const dates: Pick<Metadata, "created" | "modified"> = {};
  const extra: JsonObject = {};
  for (const field of ["created", "modified"] as const) {
    const written = fields[field];
    if (written === undefined) continue;
    const instant = toInstant(written);
    if (instant) dates[field] = instant;
    else {
      note("dates-are-iso", [field], written);
      extra[field] = written;
    }
  }
  return { dates, extra };
}

const WRITTEN = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)[ ]?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/**
 * A date as YAML timestamps and people write it → ISO 8601 in UTC to the second; a time without a zone is UTC.
 * Undefined when it is no date.
 */
function toInstant(written: string): string | undefined {
  const match = WRITTEN.exec(written.trim());
  if (!match) return undefined;
  const [, day, time = "00:00:00", zone = "Z"] = match;
  const offset = zone === "Z" ? zone : zone.replace(/^([+-]\d{2}):?(\d{2})?$/, (_, h, m = "00") => `${h}:${m}`);
  const date = new Date(`${day}T${time.length === 5 ? `${time}:00` : time}${offset}`);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(/\.\d{3}Z$/, "Z");
}
