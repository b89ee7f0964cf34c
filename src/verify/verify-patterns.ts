import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cutAtFences } from "../library/front-matter/fences.js";
import { decode } from "../library/source-text.js";
import { addTallies, type EditionName, emptyTallies, type Loss, type TakenOut, type Tallies } from "./account.js";
import { type Comparison, compare } from "./compare/compare.js";
import { type Expected, withoutOmissions } from "./compare/omissions.js";
import { compareWords } from "./compare/words.js";
import { type Ebook, openEbook } from "./editions/epub.js";
import { type Book, openBook } from "./editions/pdf/book.js";
import { knowWords } from "./editions/pdf/broken-words.js";
import { readRecord } from "./editions/record.js";
import { readHandout } from "./editions/word.js";
import { volumePath } from "./manifest.js";
import type { Job } from "./plan.js";
import type { Reading, SourceReading } from "./reading.js";
import { readSource } from "./source/read-source.js";
import { keyOf, wordsOf } from "./words.js";

/** Some patterns that follow one another, with what is needed to read them: plain data. */
export interface Batch {
  out: string;
  /** Of the book, as the manifest has it. */
  name: string;
  editions: readonly EditionName[];
  jobs: readonly Job[];
  /** Each pattern's line of the dataset; null where there is none. */
  records: readonly (string | null)[];
  /** Whether the dataset holds the texts of the book as well. */
  hasTexts: boolean;
  /** Of all patterns that are published. */
  slugs: readonly string[];
  /** Slugs by the first file in each e-book. */
  ebooks: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface BatchResult {
  tallies: Tallies;
  losses: Loss[];
  /** Words of the front matter that a rule of `check` reads otherwise. */
  named: TakenOut[];
}

/** Reads some patterns in their sources and in every edition, and compares them. Runs in a worker thread. */
export async function verifyPatterns(batch: Batch): Promise<BatchResult> {
  const result: BatchResult = { tallies: emptyTallies(), losses: [], named: [] };
  const readers = await openReaders(batch);
  for (const [at, job] of batch.jobs.entries()) {
    const source = readFile(job.path);
    const { reading, front } = readFileOf(await source);
    const record = batch.records[at] ?? null;
    for (const edition of batch.editions) {
      if (job.text !== undefined && !holdsTexts(edition, batch)) continue;
      const { tallies, losses, named = [] } = await verifyEdition(edition, { job, reading, front, record, readers });
      addTallies(result.tallies, { ...emptyTallies(), [edition]: tallies });
      result.losses.push(...losses);
      result.named.push(...named);
    }
  }
  return result;
}

/** Handouts are of the patterns. */
function holdsTexts(edition: EditionName, { hasTexts }: Pick<Batch, "hasTexts">): boolean {
  return edition === "pdf" || edition === "epub" || (edition === "jsonld" && hasTexts);
}

interface Readers {
  out: string;
  book(volume: number): Promise<Book>;
  ebook(path: string): Promise<Ebook>;
}

/** Opens the files of a batch when they are first asked for. */
async function openReaders({ out, name, jobs, slugs, ebooks }: Batch): Promise<Readers> {
  const books = new Map<number, Promise<Book>>();
  const opened = new Map<string, Promise<Ebook>>();
  const known = new Set(slugs);
  return {
    out,
    book(volume) {
      const book = books.get(volume) ?? openBook(join(out, volumePath({ name }, volume)), known);
      books.set(volume, book);
      return book;
    },
    ebook(path) {
      const files = jobs.flatMap(({ epub }) => (epub?.path === path ? [epub.file] : []));
      const ebook = opened.get(path) ?? openEbook(join(out, path), files, new Map(Object.entries(ebooks[path] ?? {})));
      opened.set(path, ebook);
      return ebook;
    },
  };
}

// A key of YAML, alone on its line or in a map within one.
const KEY = /(^\s*(?:-\s+)*|[{,]\s*)["']?[\w.-]+["']?:(?=\s|$)/g;

// A time of day and its zone: dates are days.
const TIME = /[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?\s*(?:Z|[+-]\d\d(?::?\d\d)?)?/g;
// A sign by its number or its letter, in double quotation marks.
const ESCAPE = /\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|[0abtnvfreNLP_])/gi;
const COMMENT = /(^|\s)#.*$/;

// YAML's word for nothing, where it is a whole value (YAML 1.2.2, 10.2.1.1).
const NOTHING = /(?<=(?:[:,[{-]|^)[ \t]*)(?:null|Null|NULL|~)(?=[ \t]*(?:[,\]}]|$))/g;

// What TOML calls a field, a table or a field in one; what opens and closes Hyde's front matter.
const TOML_NAME = /(?:^|(?<=[{,]))\s*(?:"[^"]*"|'[^']*'|[\w.-]+)\s*=|^\s*\[{1,2}[^\]]*\]{1,2}\s*$/g;
const HYDE = /^\s*\{%-?\s*hyde\s*$/;

function valuesOf(line: string, isToml: boolean): string {
  if (HYDE.test(line)) return "";
  if (isToml) return line.replace(ESCAPE, " ").replace(COMMENT, "").replace(TOML_NAME, " ").replace(TIME, " ");
  return line.replace(ESCAPE, " ").replace(COMMENT, "").replace(NOTHING, " ").replace(KEY, "$1").replace(TIME, " ");
}

/** A source file: its text by another parser, and the words before it. */
function readFileOf(bytes: Uint8Array): { reading: SourceReading; front: { words: string[]; line: number }[] } {
  const { text } = decode(bytes);
  const { body, toml } = cutAtFences(text);
  const rest = body.split("\n");
  const front = text
    .split("\n")
    .flatMap((line, at) =>
      rest[at] === line ? [] : [{ words: wordsOf(valuesOf(line, toml !== undefined)), line: at + 1 }],
    );
  return { reading: readSource(body), front };
}

interface One {
  job: Job;
  reading: SourceReading;
  front: { words: string[]; line: number }[];
  record: string | null;
  readers: Readers;
}

async function verifyEdition(
  edition: EditionName,
  { job, reading: source, front, record, readers }: One,
): Promise<{ tallies: Tallies[EditionName]; losses: Loss[]; named?: TakenOut[] }> {
  const expected = expectIn(edition, withoutOmissions(source, job.omissions));
  const comparison: Comparison = {
    edition,
    file: job.file,
    source,
    expected,
    targets: job.targets[edition],
    links: edition === "jsonld" ? [] : job.links,
    shown: new Set(job.shown),
    fields: job.fields[edition],
  };
  const none = emptyTallies()[edition];
  const lost = (found: string): Loss => ({ edition, kind: "words", file: job.file, line: 1, found });
  try {
    const found = await readEdition(edition, { job, expected, record, readers });
    if (!found) return { tallies: none, losses: [lost("the whole pattern: the manifest does not list it")] };
    const compared = compare(comparison, found.reading);
    const page = checkPage(job, found.reading);
    const more = found.record ? checkRecord({ job, expected, front }, found.record) : { losses: [], named: [] };
    return {
      tallies: { ...none, ...compared.tallies, pages: page.tally },
      losses: [...compared.losses, ...page.losses, ...more.losses],
      named: more.named,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { tallies: none, losses: [lost(`the whole pattern: it cannot be read (${why})`)] };
  }
}

/** A diagram is drawn; only the dataset has its source. */
function expectIn(edition: EditionName, { needles, units }: Expected): Expected {
  if (edition === "jsonld") return { needles, units };
  return { units, needles: needles.filter(({ unit }) => units[unit]?.kind !== "diagram") };
}

interface Found {
  reading: Reading;
  /** What only the dataset has. */
  record?: ReturnType<typeof readRecord>;
}

async function readEdition(
  edition: EditionName,
  { job, expected, record, readers }: Pick<One, "job" | "record" | "readers"> & { expected: Expected },
): Promise<Found | undefined> {
  switch (edition) {
    case "pdf": {
      if (!job.print) return undefined;
      const book = await readers.book(job.print.volume);
      const known = knowWords(expected.needles.map(({ word }) => word));
      const { page, end } = job.print;
      return { reading: book.read({ slug: job.slug, text: job.text, first: page, end }, known) };
    }
    case "epub":
      return job.epub ? { reading: (await readers.ebook(job.epub.path)).read(job.epub.file) } : undefined;
    case "docx":
      return job.handout === null ? undefined : { reading: await readHandout(join(readers.out, job.handout)) };
    case "jsonld": {
      if (record === null) return undefined;
      const read = readRecord(record);
      return { reading: read.reading, record: read };
    }
  }
}

function checkPage(
  { print, title, file, text }: Job,
  { page }: Reading,
): { tally: { found: number; expected: number }; losses: Loss[] } {
  if (!page || !print) return { tally: { found: 0, expected: 0 }, losses: [] };
  const loss = (found: string): Loss => ({ edition: "pdf", kind: "pages", file, line: 1, found });
  const losses = [
    // What opens a part or a chapter stands below its name.
    ...(page.title === keyOf(title) || text === "part" || text === "chapter"
      ? []
      : [loss(`“${title}” on page ${print.page}, where the manifest says it begins`)]),
    ...(page.label === print.label
      ? []
      : [loss(`page ${print.page} labelled ${print.label}: it is labelled ${page.label}`)]),
  ];
  return { tally: { found: losses.length === 0 ? 1 : 0, expected: 1 }, losses };
}

/** The dataset says everything twice, as plain text and as Markdown, and has every field. */
function checkRecord(
  { job, expected, front }: { job: Job; expected: Expected; front: One["front"] },
  { markdown, reading: { besides } }: ReturnType<typeof readRecord>,
): { losses: Loss[]; named: TakenOut[] } {
  const { file } = job;
  const loss = (kind: Loss["kind"], line: number, found: string): Loss => ({
    edition: "jsonld",
    kind,
    file,
    line,
    found,
  });
  const there = new Set(besides);
  const missing = front.flatMap(({ words, line }) => {
    const found = words.filter((word) => !there.has(word)).join(" ");
    return found === "" ? [] : [{ line, found, rule: job.named.find((each) => each.line === line)?.rule }];
  });
  return {
    losses: [
      ...compareWords(expected, markdown).map(({ line, found }) => loss("words", line, `in the Markdown: ${found}`)),
      ...missing.flatMap(({ line, found, rule }) => (rule === undefined ? [loss("fields", line, found)] : [])),
    ],
    named: missing.flatMap(({ line, found, rule }): TakenOut[] =>
      rule === undefined ? [] : [{ kind: rule, text: found, place: { line, column: 1 }, file }],
    ),
  };
}
