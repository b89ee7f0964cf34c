import { isUrl, startsAsWebAddress } from "../../library/web-address.js";
import type { EditionName, Kind, Loss, Tally } from "../account.js";
import type { Reading, SourceLink, SourceReading, Unit } from "../reading.js";
import { keyOf, wordsOf } from "../words.js";
import { decode } from "./addresses.js";
import { holdsWithMentions } from "./mentions.js";
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
  /** By address as written, decoded. */
  targets: Targets;
  /** The links that the build saw. */
  links: readonly Omit<SourceLink, "unit">[];
  /** Addresses of pictures that can be shown. */
  shown: ReadonlySet<string>;
  /** What the front matter says that the edition is to have. */
  fields: readonly { text: string; line: number }[];
}

export interface Compared {
  tallies: Record<Exclude<Kind, "pages" | "press" | "packs">, Tally>;
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
  const linked = new Set(comparison.source.links.flatMap(({ unit }) => expected.units[unit] ?? []));
  const things = {
    headings: checkHeadings(expected, reading),
    cells: checkCells(expected, reading, linked),
    links: checkLinks(comparison, reading),
    pictures: checkPictures(comparison, reading),
    notes: checkNotes(expected, reading, linked),
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

/** A formula in a heading is read as other signs in every edition. */
function checkHeadings(expected: Expected, { headings }: Reading): Thing[] {
  const stock = openStock(headings);
  return ofKind(expected, "heading").map(({ words, line }) => ({
    line,
    said: words.join(" "),
    isThere: stock.take(words.join("")) || headings.some((heading) => holdsInOrder(heading, words)),
  }));
}

function holdsInOrder(text: string, words: readonly string[]): boolean {
  let at = 0;
  return words.every((word) => {
    const found = text.indexOf(word, at);
    at = found + word.length;
    return found >= 0;
  });
}

// Signs of the cells before, by which a short cell is told from another that says the same.
const BEFORE = 12;

/** A cell that a page divides, or that an edition joins to its neighbour, stands after those before it all the same. */
function checkCells(expected: Expected, { cells }: Reading, linked: ReadonlySet<Unit>): Thing[] {
  const keys = cells.map((cell) => keyOf(cell.replace(/\u00ad\s*/g, "")));
  const stock = openStock(keys);
  const whole = keys.join("");
  let before = "";
  return cellsOf(expected, linked).map(({ words, line, isNested, hasLink }) => {
    const key = words.join("");
    // The content of a nested cell was read with the outer cell.
    const isThere =
      stock.take(key) ||
      whole.includes(isNested ? key : before + key) ||
      isDivided(key, whole) ||
      (hasLink && holdsWithMentions(whole, words));
    if (!isNested) before = (before + key).slice(-BEFORE);
    return { line, said: words.join(" "), isThere };
  });
}

// A shorter one would be found among other cells by chance.
const SHORTEST_DIVIDED = 20;

/** Where a page ends within a row, the rest of a cell stands after the beginnings of the others. */
function isDivided(key: string, whole: string): boolean {
  if (key.length < SHORTEST_DIVIDED) return false;
  let length = key.length;
  while (length > 0 && !whole.includes(key.slice(0, length))) length--;
  return length > 0 && whole.includes(key.slice(length));
}

interface Cell {
  line: number;
  words: string[];
  /** Whether it is in another. */
  isNested: boolean;
  hasLink: boolean;
}

/** Each cell with all that stands in it, lists and tables too. */
function cellsOf({ units }: Expected, linked: ReadonlySet<Unit>): Cell[] {
  const cells = new Map<number, Cell>();
  for (const unit of units) {
    const { cells: numbers, line, words } = unit;
    for (const number of words.length > 0 ? numbers : []) {
      const cell = cells.get(number) ?? { line, words: [], isNested: number !== numbers[0], hasLink: false };
      cell.words.push(...words);
      cell.hasLink ||= linked.has(unit);
      cells.set(number, cell);
    }
  }
  return [...cells.values()];
}

function checkLinks({ edition, source, expected, targets, links: others }: Comparison, { links }: Reading): Thing[] {
  // A handout leads to a pattern's page on the web, and may lead to a place on it.
  const form = (address: string): string => addressForm(edition === "docx" ? address.replace(/#.+$/, "") : address);
  const stock = openStock(links.map(form));
  return [...source.links, ...seenElsewhere(source, others)].flatMap(({ href, text, line, unit }): Thing[] => {
    const isLeft = unit < 0 || (expected.units[unit]?.words.length ?? 0) > 0 || source.units[unit]?.words.length === 0;
    const target = href.startsWith("#") ? null : (targets[decode(href)] ?? webAddress(href));
    if (!isLeft || target === null) return [];
    return [{ line, said: `“${text}” to ${href}`, isThere: stock.take(form(target)) }];
  });
}

/** Links that the other parser does not know: addresses without a mark, `[[pages]]`. */
function seenElsewhere({ links }: SourceReading, others: Comparison["links"]): SourceLink[] {
  const stock = openStock(links.map(({ href }) => decode(href)));
  return others.flatMap((link) => (stock.take(decode(link.href)) ? [] : [{ ...link, unit: -1 }]));
}

/** A link that the build did not see may lead to the web all the same. */
function webAddress(href: string): string | null {
  return startsAsWebAddress(href) ? href : null;
}

/** Addresses are compared as their readers resolve them. */
function addressForm(address: string): string {
  if (address === "#" || !isUrl(address)) return address;
  return decode(new URL(address).href);
}

function checkPictures({ source, expected, shown }: Comparison, { pictures, words }: Reading): Thing[] {
  const stock = openStock(pictures.map(({ alt }) => keyOf(alt)));
  const sought = source.pictures.filter(({ src }) => shown.has(src));
  const found = new Set(sought.filter(({ alt }) => stock.take(keyOf(alt))));
  // Word has the title of the page in place of words that a picture lacks.
  let others = pictures.length - found.size;
  const images = sought.map((picture) => ({
    line: picture.line,
    said: picture.alt || picture.src,
    isThere: found.has(picture) || (picture.alt === "" && others-- > 0),
  }));
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

function checkNotes(expected: Expected, { words }: Reading, linked: ReadonlySet<Unit>): Thing[] {
  const whole = words.join("");
  return ofKind(expected, "note").map((unit) => ({
    line: unit.line,
    said: unit.words.slice(0, 12).join(" "),
    isThere: whole.includes(unit.words.join("")) || (linked.has(unit) && holdsWithMentions(whole, unit.words)),
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
