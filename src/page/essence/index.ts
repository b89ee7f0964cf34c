import type { Body, SectionRole } from "../../library/pattern.js";
import { openingOf, passagesOf } from "./passages.js";
import { type Piece, toPieces } from "./pieces.js";
import { pointsOf } from "./points.js";
import { splitSentences } from "./sentences.js";

/** What an extract is to its pattern; each has a word of the interface. */
export type Matter = "tension" | "overview" | "principles" | "therefore" | "practices" | "steps";

/** A piece of a pattern in its own words. */
export interface Extract {
  matter: Matter;
  /** The title of the section it is from; empty for the opening of the text. */
  section: string;
  /** Where that is no section: the summary of the front matter. */
  isSummary: boolean;
  /** A list of points, or running text. */
  form: "points" | "prose";
  /** The lead words of each point, or the sentences of each paragraph. */
  items: string[][];
}

/** The essence of a pattern, in the order of reading: what pulls at it, what it holds to, what to do. */
export type Essence = Extract[];

export interface EssenceOptions {
  summary: string | null;
  /** BCP 47. */
  language: string;
}

/** Roles that state the conflict, and those that tell what a pattern is about where none does. */
const TENSION: readonly SectionRole[] = ["problem", "forces"];
const OVERVIEW: readonly SectionRole[] = ["overview", "preface", "context"];

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

const TENSION_TITLE = /\b(tension|conflict|spannung|tensión|conflicto)\b/i;
const THEREFORE = /^(?:therefore|hence|deshalb|daher|darum|por (?:lo )?tanto|por eso|en consecuencia)\b/i;

/**
 * Takes from a body what a card shows, in its own words and never beyond them. Where a pattern has no section for a matter
 * the nearest one stands in, under its own name: the overview for the tension, practices for the solution, the steps of
 * the implementation for the principles. What is nowhere is left out.
 */
export function gatherEssence({ tree, sections }: Body, { summary, language }: EssenceOptions): Essence {
  const source: Source = { pieces: toPieces(tree, sections), summary, language };
  const principles = findPrinciples(source);
  const therefore = findTherefore(source);
  const taken = [principles, therefore].flatMap((extract) => (extract ? [extract.section] : []));
  const tension = findTension(source) ?? findOpening(source, taken);
  const isHow = therefore?.matter === "steps";
  const steps = principles || isHow ? undefined : pointsOfRole(source, "implementation", "steps");
  const found = [tension && without(tension, therefore), principles, therefore, steps];
  return found.filter((extract) => extract !== undefined).filter(({ items }) => items.length > 0);
}

/** What stands in one extract is not said in another. */
function without(extract: Extract, other: Extract | undefined): Extract {
  const said = new Set(other?.items.flat());
  return { ...extract, items: extract.items.filter((parts) => !parts.every((part) => said.has(part))) };
}

interface Source extends EssenceOptions {
  pieces: readonly Piece[];
}

function findTension(source: Source): Extract | undefined {
  const { language } = source;
  const isStated = ({ role, title }: Piece): boolean => TENSION.includes(role) || TENSION_TITLE.test(title);
  return (
    firstOf(source, isStated, (piece) => takeProse(piece, "tension", language)) ??
    OVERVIEW.map((role) => proseOf(source, role, "overview")).find(Boolean)
  );
}

/** What a pattern is about, where no section is there to say so: its summary, else its first words. */
function findOpening(source: Source, taken: readonly string[]): Extract | undefined {
  const { summary, language } = source;
  if (summary) {
    const items = [splitSentences(summary, language)];
    return { matter: "overview", section: "", isSummary: true, form: "prose", items };
  }
  return firstOf(
    source,
    ({ role, title }) => !AFTERWARDS.includes(role) && !taken.includes(title),
    (piece) => takeProse(piece, "overview", language),
  );
}

/** What the first section that gives anything gives: some are headings alone. */
function firstOf(
  { pieces }: Source,
  fits: (piece: Piece) => boolean,
  take: (piece: Piece) => Extract | undefined,
): Extract | undefined {
  for (const piece of pieces) {
    const taken = fits(piece) ? take(piece) : undefined;
    if (taken) return taken;
  }
  return undefined;
}

function findTherefore(source: Source): Extract | undefined {
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
function findConclusion(source: Source): Extract | undefined {
  return firstOf(
    source,
    ({ role }) => !AFTERWARDS.includes(role),
    (piece) => {
      const passage = passagesOf(piece.element).find((text) => THEREFORE.test(text));
      return passage === undefined
        ? undefined
        : toExtract(piece, "therefore", "prose", [splitSentences(passage, source.language)]);
    },
  );
}

function findPrinciples(source: Source): Extract | undefined {
  return pointsOfRole(source, "principles", "principles") ?? proseOf(source, "principles", "principles");
}

function pointsOfRole(source: Source, wanted: SectionRole, matter: Matter): Extract | undefined {
  return firstOf(
    source,
    ({ role }) => role === wanted,
    (piece) => {
      const points = pointsOf(piece.element, source.language).map((point) => [point]);
      return points.length > 0 ? toExtract(piece, matter, "points", points) : undefined;
    },
  );
}

function proseOf(source: Source, wanted: SectionRole, matter: Matter): Extract | undefined {
  return firstOf(
    source,
    ({ role }) => role === wanted,
    (piece) => takeProse(piece, matter, source.language),
  );
}

/** The opening of a section, else all of it, as sentences by paragraph. */
function takeProse(piece: Piece, matter: Matter, language: string): Extract | undefined {
  const opening = passagesOf(openingOf(piece.element));
  const passages = opening.length > 0 ? opening : passagesOf(piece.element);
  const items = passages.map((passage) => splitSentences(passage, language)).filter(({ length }) => length > 0);
  return items.length > 0 ? toExtract(piece, matter, "prose", items) : undefined;
}

function toExtract({ title }: Piece, matter: Matter, form: Extract["form"], items: string[][]): Extract {
  return { matter, section: title, isSummary: false, form, items };
}
