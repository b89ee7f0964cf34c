/** The date of files where none is known: the oldest that a zip file can hold. No page names it. */
export const UNDATED = new Date("1980-01-01T00:00:00Z");

/** Whether anybody said when the edition was made. */
export function isDated(date: Date): boolean {
  return date.getTime() !== UNDATED.getTime();
}

/** The year that an imprint names; null where none is known. */
export function yearOf(date: Date): number | null {
  return isDated(date) ? date.getUTCFullYear() : null;
}

/** The day in the words of a language; null where none is known. */
export function dayOf(date: Date, language: string): string | null {
  return isDated(date) ? new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(date) : null;
}
