import type { EditionName, Kind, Loss, Tally } from "../account.js";
import type { Reading, SourceReading, Unit } from "../reading.js";
import { keyOf, wordsOf } from "../words.js";
import type { Expected } from "./omissions.js";
import { openStock } from "./things.js";
import { compareWords } from "./words.js";

/** Where a link of the source is to lead in one edition: null where it is plain text there. */
export type Targets = Readonly<Record<string, string | null>>;

export interface Comparison {
  edition: EditionName;
  /** The file, relative to the library's folder. */
  file: string;
  source: SourceReading;
  expected: Expected;
  /** By address as written. */
  targets: Targets;
  /** Addresses of pictures that can be shown. */
  shown: ReadonlySet<string>;
  /** What the front matter says that the edition is to have. */
  fields: readonly { text: string; line: number }[];
}

export interface Compared {
  tallies: Record<Exclude<Kind, "pages">, Tally>;
  losses: Loss[];
}

interface Thing {
  line: number;
  said: string;
  isThere: boolean;
}

/** Compares what the source of a pattern has with what a reader found of it in one edition. */
export function compare(comparison: Comparison, reading: Reading): Compared {
  const { edition, file, expected } = comparison;
  const missing = compareWords(expected, reading.words);
  const lost = missing.reduce((sum, { count }) => sum + count, 0);
  const things = {
    headings: checkHeadings(expected, reading),
    cells: checkCells(expected, reading),
    links: checkLinks(comparison, reading),
    pictures: checkPictures(comparison, reading),
    notes: checkNotes(expected, reading),
    formulas: checkFormulas(comparison, reading),
    fields: checkFields(comparison, reading),
  };
  const loss = (kind: Kind, line: number, found: string): Loss => ({ edition, kind, file, line, found });
  const tally = (list: readonly Thing[]): Tally => ({
    found: list.filter(({ isThere }) => isThere).length,
    expected: list.length,
  });
  const absent = (kind: keyof typeof things): Loss[] =>
    things[kind].flatMap(({ isThere, line, said }) => (isThere ? [] : [loss(kind, line, said)]));
  return {
    tallies: {
      words: { found: expected.needles.length - lost, expected: expected.needles.length },
      headings: tally(things.headings),
      cells: tally(things.cells),
      links: tally(things.links),
      pictures: tally(things.pictures),
      notes: tally(things.notes),
      formulas: tally(things.formulas),
      fields: tally(things.fields),
    },
    losses: [
      ...missing.map(({ line, found }) => loss("words", line, found)),
      ...absent("headings"),
      ...absent("cells"),
      ...absent("links"),
      ...absent("pictures"),
      ...absent("notes"),
      ...absent("formulas"),
      ...absent("fields"),
    ],
  };
}

function ofKind({ units }: Expected, kind: Unit["kind"]): Unit[] {
  return units.filter((unit) => unit.kind === kind && unit.words.length > 0);
}

function checkHeadings(expected: Expected, { headings }: Reading): Thing[] {
  const stock = openStock(headings);
  return ofKind(expected, "heading").map(({ words, line }) => ({
    line,
    said: words.join(" "),
    isThere: stock.take(words.join("")) || headings.some((heading) => isLonger(heading, words.join(""))),
  }));
}

/** The number of a note that is called in a heading, or the name of an emoji, is one word more. */
function isLonger(heading: string, words: string): boolean {
  return words !== "" && withoutDigits(heading).startsWith(withoutDigits(words));
}

function withoutDigits(words: string): string {
  return words.replace(/\p{N}/gu, "");
}

/** A cell that a page divides, or that an edition joins to its neighbour, is one of the words of the table. */
function checkCells(expected: Expected, { cells }: Reading): Thing[] {
  const keys = cells.map((cell) => keyOf(cell.replace(/\u00ad\s*/g, "")));
  const stock = openStock(keys);
  const whole = keys.join("");
  return ofKind(expected, "cell").map(({ words, line }) => {
    const key = words.join("");
    return { line, said: words.join(" "), isThere: stock.take(key) || (key.length > 12 && whole.includes(key)) };
  });
}

function checkLinks({ edition, source, expected, targets }: Comparison, { links }: Reading): Thing[] {
  // A handout leads to a pattern's page on the web, and may lead to a place on it.
  const form = (address: string): string => addressForm(edition === "docx" ? address.replace(/#.+$/, "") : address);
  const stock = openStock(links.map(form));
  return source.links.flatMap(({ href, text, line, unit }): Thing[] => {
    const isLeft = (expected.units[unit]?.words.length ?? 0) > 0 || source.units[unit]?.words.length === 0;
    const target = href.startsWith("#") ? null : targets[href];
    if (!isLeft || target === null || target === undefined) return [];
    return [{ line, said: `“${text}” to ${href}`, isThere: stock.take(form(target)) }];
  });
}

/** Addresses are compared as their readers resolve them. */
function addressForm(address: string): string {
  if (address === "#" || !URL.canParse(address)) return address;
  return decode(new URL(address).href);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function checkPictures({ source, expected, shown }: Comparison, { pictures, words }: Reading): Thing[] {
  const stock = openStock(pictures.map(({ alt }) => keyOf(alt)));
  const images = source.pictures
    .filter(({ src }) => shown.has(src))
    .map(({ alt, src, line }) => ({ line, said: alt || src, isThere: stock.take(keyOf(alt)) }));
  const said = new Set([...words, ...pictures.flatMap(({ alt }) => wordsOf(alt))]);
  const diagrams = ofKind(expected, "diagram").map((unit) => ({
    line: unit.line,
    said: unit.words.slice(0, 12).join(" "),
    isThere: labelsOf(unit).every((word) => said.has(word)),
  }));
  return [...images, ...diagrams];
}

/** What a drawing of the diagram shows in words: what stands in brackets or quotation marks, and on arrows. */
function labelsOf({ text = "" }: Unit): string[] {
  const labels = text.replace(/^\s*%%.*$/gm, "").match(/(?<=[[({|"])[^[\](){}|"\n]+(?=[\])}|"])/g) ?? [];
  // Between two labels of arrows stands what the arrows tie.
  const said = labels.filter((label) => !/--|==|-\./.test(label));
  return wordsOf(said.join("\n").replace(/<[^>]*>/g, " "));
}

function checkNotes(expected: Expected, { words }: Reading): Thing[] {
  const whole = words.join("");
  return ofKind(expected, "note").map((unit) => ({
    line: unit.line,
    said: unit.words.slice(0, 12).join(" "),
    isThere: whole.includes(unit.words.join("")),
  }));
}

/** An edition that sets no formulas has their TeX. */
function checkFormulas({ source }: Comparison, { formulas, words }: Reading): Thing[] {
  const whole = words.join("");
  const tight = (tex: string): string => tex.replace(/\s+/g, "");
  const stock = openStock(formulas.map(tight));
  return source.formulas.map(({ tex, line }) => ({
    line,
    said: tex,
    isThere: stock.take(tight(tex)) || (keyOf(tex) !== "" && whole.includes(keyOf(tex))),
  }));
}

function checkFields({ fields }: Comparison, reading: Reading): Thing[] {
  const there = new Set(reading.besides ?? reading.words);
  return fields.map(({ text, line }) => ({
    line,
    said: text,
    isThere: wordsOf(text).every((word) => there.has(word)),
  }));
}
