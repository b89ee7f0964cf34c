import type { Body, SectionRole } from "../../library/pattern.js";
import { divideSection } from "./divide.js";
import type { Extract, Found } from "./extract.js";
import { type Reading, readingOf } from "./language/index.js";
import { readPassages } from "./passages.js";
import { type Piece, toPieces } from "./pieces.js";
import { type Point, pointsOf } from "./points.js";
import { readProse } from "./prose.js";
import { sayPoints } from "./say.js";
import { splitSentences } from "./sentences.js";
import { firstOf, pointsOfRole, proseOf, type Source, takeProse, toExtract } from "./take.js";

/** The essence of a pattern, in the order of reading: what pulls at it, what it holds to, what to do, what to beware of. */
export interface Essence {
  /** One sentence; null where the pattern has no summary. */
  summary: string | null;
  extracts: Extract[];
}

export interface EssenceOptions {
  /** Of the pattern. */
  title: string;
  summary: string | null;
  /** BCP 47. */
  language: string;
}

/** Roles that state the conflict, and those that tell what a pattern is about where none does. */
const TENSION: readonly SectionRole[] = ["problem", "forces"];
const OVERVIEW: readonly SectionRole[] = ["overview", "preface", "context"];
/** Where a text says what goes wrong. */
const BEWARE: readonly SectionRole[] = ["pitfalls", "implementation", "practices", "solution"];

/** What is said of a pattern once it stands: its “therefore” is another. */
const AFTERWARDS: readonly SectionRole[] = [
  "consequences",
  "known-uses",
  "evidence",
  "cognitive-era",
  "assessment",
  "vitality",
  "related-patterns",
  "pitfalls",
  "references",
];

/** In words. */
const LONGEST_HEAD = 2;

const TENSION_TITLE = /\b(tension|conflict|spannung|tensión|conflicto)\b/i;
const THEREFORE = /^(?:therefore|hence|deshalb|daher|darum|por (?:lo )?tanto|por eso|en consecuencia)\b/i;

/**
 * Takes from a body what a card shows, in its own words and never beyond them. Where a pattern has no section for a matter
 * the nearest one stands in, under its own name: the overview for the tension, practices for the solution, the steps of
 * the implementation for the principles. What is nowhere, or not certain, is left out.
 */
export function gatherEssence({ tree, sections }: Body, { title, summary, language }: EssenceOptions): Essence {
  const source: Source = { pieces: toPieces(tree, sections), language, reading: readingOf(language) };
  const sentence = summary === null ? undefined : splitSentences(summary, language)[0];
  const principles = findPrinciples(source);
  const therefore = findTherefore(source);
  const taken = [principles, therefore].flatMap((extract) => (extract ? [extract.section] : []));
  const tension =
    findTension(source) ??
    (sentence === undefined ? (findOverview(source) ?? findOpening(source, taken)) : findNaming(source, title));
  const isHow = therefore?.matter === "steps";
  const steps = (principles && therefore) || isHow ? undefined : pointsOfRole(source, "implementation", "steps");
  const pull = tension && withoutEcho(without(tension, therefore), { title, isSaid: sentence !== undefined });
  const found = [pull, principles, therefore, steps, findBeware(source)];
  const extracts = found
    .filter((extract) => extract !== undefined)
    .map((extract) => (sentence === undefined ? extract : leaveOut(extract, new Set([sentence]))))
    .filter(({ items }) => items.length > 0)
    .map((extract) => ({ ...extract, leaning: findLeaning(extract, source.reading) }));
  return { summary: sentence ?? null, extracts };
}

/** What stands in one extract is not said in another. */
function without(extract: Found, other: Found | undefined): Found {
  const said = new Set(other?.items.flat());
  return { ...extract, items: extract.items.filter((parts) => !parts.every((part) => said.has(part))) };
}

/** `Tide vs. Table` tells nothing that the title “Tide and Table” does not: what follows it does, or the summary has. */
function withoutEcho(extract: Found, { title, isSaid }: { title: string; isSaid: boolean }): Found {
  const words = new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const isEcho = (sentence: string): boolean => {
    const [, ...poles] = /([\p{L}\p{N}]+) (?:vs\.?|versus) ([\p{L}\p{N}]+)\.?$/u.exec(sentence.toLowerCase()) ?? [];
    return poles.length > 0 && poles.every((pole) => words.has(pole));
  };
  const left = leaveOut(extract, new Set(extract.items.flat().filter(isEcho)));
  return left.items.length > 0 || isSaid ? left : extract;
}

function leaveOut(extract: Found, said: ReadonlySet<string>): Found {
  const items = extract.items.map((parts) => parts.filter((part) => !said.has(part)));
  return { ...extract, items: items.filter(({ length }) => length > 0) };
}

/** A point stands by itself. */
function findLeaning({ form, items }: Found, reading: Reading): number[] {
  if (form === "points") return [];
  return items.flat().flatMap((sentence, at) => (reading.leansOn(sentence) ? [at] : []));
}

function findTension(source: Source): Found | undefined {
  const isStated = ({ role, title }: Piece): boolean => TENSION.includes(role) || TENSION_TITLE.test(title);
  return firstOf(source, isStated, (piece) => takeProse(piece, "tension", source));
}

function findOverview(source: Source): Found | undefined {
  return OVERVIEW.map((role) => proseOf(source, role, "overview")).find(Boolean);
}

/** Shorter words name nothing: `of`, `with`. */
const SHORTEST_WORD = 4;
/** As much of a word as its forms have in common. */
const STEM = 7;
/** A pattern is named at the beginning of its sentence; so many signs may stand before. */
const BEFORE_NAME = 40;

/**
 * Beside a summary, an overview adds what the pattern is from the sentence on that names it. What stands before that leads
 * up to it: a scene, an anecdote; what the next paragraph says is another thing.
 */
function findNaming(source: Source, title: string): Found | undefined {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const long = words.filter(({ length }) => length >= SHORTEST_WORD);
  const stems = (long.length > 0 ? long : words).map((word) => word.slice(0, STEM));
  const overview = findOverview(source);
  if (!overview) return undefined;
  const isNaming = (sentence: string): boolean => {
    const places = stems.map((stem) => sentence.toLowerCase().indexOf(stem));
    return Math.min(...places) >= 0 && Math.min(...places) <= BEFORE_NAME && !source.reading.refersFar(sentence);
  };
  const sentences = overview.items.find((paragraph) => paragraph.some(isNaming));
  return sentences && { ...overview, items: [sentences.slice(sentences.findIndex(isNaming))] };
}

/** What a pattern is about, where neither a section nor a summary is there to say so: its first words. */
function findOpening(source: Source, taken: readonly string[]): Found | undefined {
  return firstOf(
    source,
    ({ role, title }) => !AFTERWARDS.includes(role) && !taken.includes(title),
    (piece) => takeProse(piece, "overview", source),
  );
}

function findTherefore(source: Source): Found | undefined {
  return (
    proseOf(source, "solution", "therefore") ??
    findConclusion(source) ??
    pointsOfRole(source, "practices", "practices") ??
    // How it is done, as running text.
    proseOf(source, "practices", "practices") ??
    proseOf(source, "implementation", "steps")
  );
}

/** A paragraph that begins with “Therefore”, as patterns have since Alexander. */
function findConclusion(source: Source): Found | undefined {
  const { language, reading } = source;
  return firstOf(
    source,
    ({ role }) => !AFTERWARDS.includes(role),
    (piece) => {
      const passages = readPassages(piece.element).filter(({ text }) => THEREFORE.test(text));
      return toExtract(piece, "therefore", readProse(passages.slice(0, 1), language, reading));
    },
  );
}

function findPrinciples(source: Source): Found | undefined {
  return pointsOfRole(source, "principles", "principles") ?? proseOf(source, "principles", "principles");
}

/** What goes wrong: one point of it, for it stands under its own name and beside what to do. */
function findBeware({ pieces, language, reading }: Source): Found | undefined {
  for (const role of BEWARE) {
    for (const piece of pieces.filter((one) => one.role === role)) {
      const own = role === "pitfalls" ? piece.element : divideSection(piece.element, reading).pitfalls;
      const points = pointsOf(own, language, 1).map((point) =>
        isHead(point, reading) ? { ...point, lead: "" } : point,
      );
      const [first] = sayPoints(points, reading, { named: true }).filter((said) => !reading.isBenefit(said));
      // One of how many is not said: it is no list.
      if (first !== undefined) return toExtract(piece, "beware", [[first]], 1);
    }
  }
  return undefined;
}

/** `Common challenges:` names what goes wrong as a whole: the label says so already. */
function isHead({ lead }: Point, reading: Reading): boolean {
  return lead.split(" ").length <= LONGEST_HEAD && reading.isPitfall(lead);
}
