import { expect } from "vitest";
import type { NumberedPattern } from "../../src/library/pattern.js";
import { linesInColumns } from "./placed-text.js";
import { matter, normal, type Volume } from "./printed-matter.js";

// Between the columns, on left-hand pages and on right-hand ones.
const PAGE_MIDDLE = 213;

export interface IndexEntry {
  heading: string;
  /** Pages after the heading and after the lines under it. */
  pages: string[];
  lines: string[];
  see?: string;
}

const SUBENTRY_INDENT = 10;
const RUN_OVER_INDENT = 20;

/** Above it stand running heads, in points. */
export const HEAD = 60;

/** The index as a reader reads it: entries at the edge of a column, lines under them, run-overs further in. */
export function readIndex({ texts, places }: Volume, from: string, to: string): IndexEntry[] {
  const [first = 1, next = 1] = [places.get(matter(from)), places.get(matter(to))];
  const columns = texts.filter(({ page, top }) => page >= first && page < next && top > (page === first ? 155 : HEAD));
  const lines: { indent: number; text: string }[] = [];
  for (const { indent, text } of linesInColumns(columns, PAGE_MIDDLE)) {
    const last = lines.at(-1);
    const isRunOver = last && indent > (last.indent > 5 ? RUN_OVER_INDENT : SUBENTRY_INDENT) + 5;
    if (isRunOver) last.text = `${last.text.trimEnd()} ${text}`;
    else lines.push({ indent, text });
  }
  const entries: IndexEntry[] = [];
  for (const { indent, text } of lines) {
    const again = /^(.*) \(continued\)$/.exec(text.trim())?.[1];
    if (again !== undefined) expect(key(again)).toBe(key(entries.at(-1)?.heading ?? ""));
    else if (indent > 5) entries.at(-1)?.lines.push(text.trim());
    else entries.push(readEntry(text));
  }
  return entries.map((entry) => ({ ...entry, pages: [...entry.pages, ...entry.lines.flatMap(pagesIn)] }));
}

function readEntry(text: string): IndexEntry {
  const [, alias, see] = /^(.*)\. See (.*)$/.exec(text) ?? [];
  if (alias && see) return { heading: alias, pages: [], lines: [], see: see.trim() };
  return { heading: text.replace(/(?:, (?:\d+:)?\d+(?:–\d+)?)+\s*$/, "").trim(), pages: pagesIn(text), lines: [] };
}

function pagesIn(text: string): string[] {
  return [...text.matchAll(/, ((?:\d+:)?\d+)(?=–\d+|,|\s*$)/g)].map(([, page = ""]) => page);
}

/** The pages of a heading, however it is written; those of the heading that it sends the reader to. */
export function findPages(index: readonly IndexEntry[], heading: string): string[] {
  const entry = index.find((each) => key(each.heading) === key(heading));
  if (!entry?.see) return entry?.pages ?? [];
  return index.find((each) => key(each.heading) === key(entry.see ?? ""))?.pages ?? [];
}

/** What a pattern must be found under with its own pages. */
export function headingsOf({ title, aliases, origins }: NumberedPattern): string[] {
  const names = [title, ...aliases].map((name) => name.replace(/^(The|A|An) (.*)$/, "$2, $1"));
  return [...names, ...origins];
}

/** Surnames of those who wrote its sources: they are listed with the page that names their work. */
export function surnamesOf({ sources }: NumberedPattern): string[] {
  return sources.flatMap((source) => /^\p{Lu}\p{L}+/u.exec(source)?.[0] ?? []);
}

/** The pages of whoever is filed under a surname. */
export function findSurname(index: readonly IndexEntry[], surname: string): string[] {
  return index
    .filter(({ heading }) => key(heading.split(", ")[0] ?? "") === key(surname))
    .flatMap(({ pages }) => pages);
}

function key(text: string): string {
  return normal(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
