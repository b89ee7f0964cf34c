import { emptyReading, type Reading } from "../reading.js";
import { readSource } from "../source/read-source.js";
import { wordsOf } from "../words.js";

/** What is used of a line of the dataset's `patterns.jsonl.gz`. */
interface Section {
  title: string | null;
  markdown: string | null;
  text: string;
}

/**
 * Reads a pattern's line of the dataset: its plain text, in which a line is a row of a table and a tab ends each cell; and
 * its Markdown, for what plain text cannot hold. Everything else it says stands after these.
 */
export function readRecord(line: string): { reading: Reading & { besides: string[] }; markdown: string[] } {
  const record = openExtra(JSON.parse(line));
  const sections = sectionsOf(record);
  const reading = emptyReading();
  const texts = sections.flatMap(({ title, text }) => [title ?? "", text]);
  reading.words = wordsOf(texts.join("\n"));
  for (const { text } of sections) {
    reading.cells.push(...text.split("\n").flatMap((row) => row.split("\t")));
  }
  // As one text: a link of one section may have its address in another.
  const source = readSource(sections.flatMap(writeSection).join("\n\n"));
  reading.headings = source.units.flatMap(({ kind, words }) => (kind === "heading" ? [words.join("")] : []));
  reading.links = source.links.map(({ href }) => href);
  reading.pictures = source.pictures.map(({ alt }) => ({ alt }));
  reading.formulas = source.formulas.map(({ tex }) => tex);
  return {
    reading: { ...reading, besides: wordsOf(scalarsOf(record).join("\n")) },
    markdown: source.units.flatMap(({ words }) => words),
  };
}

function writeSection({ title, markdown }: Section): string[] {
  return [...(title === null ? [] : [`## ${title}`]), ...(markdown === null ? [] : [markdown])];
}

function sectionsOf(record: unknown): Section[] {
  // Written by us to a schema; where a hand has changed it, what is missing is told as a loss.
  const { sections } = record as { sections?: Section[] };
  return (sections ?? []).map(({ title, markdown, text }) => ({
    title: title ?? null,
    markdown: markdown ?? null,
    text: text ?? "",
  }));
}

/** Fields that nobody knows stand in a string, as JSON: what its escapes hide are words. */
function openExtra(record: unknown): unknown {
  const { extra } = record as { extra?: unknown };
  if (typeof extra !== "string") return record;
  return { ...(record as object), extra: JSON.parse(extra) };
}

/** Every string and number of a value, with the names of its keys: fields that nobody knows are words, too. */
function scalarsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(scalarsOf);
  if (typeof value !== "object" || value === null) return value === null ? [] : [String(value)];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...scalarsOf(inner)]);
}
