import type { Element } from "hast";
import type { Body, SectionRole } from "../../library/pattern.js";
import { openingOf, passagesOf } from "./passages.js";
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

const TENSION_TITLE = /\b(tension|conflict|spannung|tensión|conflicto)\b/i;
const THEREFORE = /^(?:therefore|hence|deshalb|daher|darum|por (?:lo )?tanto|por eso|en consecuencia)\b/i;

/**
 * Takes from a body what a card shows, in its own words and never beyond them. Where a pattern has no section for a matter
 * the nearest one stands in, under its own name: the overview for the tension, practices for the solution, the steps of
 * the implementation for the principles. What is nowhere is left out.
 */
export function gatherEssence({ tree, sections }: Body, { summary, language }: EssenceOptions): Essence {
  const pieces = sections.flatMap((head): Piece[] => {
    const element = tree.children.find(
      (child): child is Element => child.type === "element" && child.properties.id === head.id,
    );
    return element ? [{ role: head.role, title: head.title, element }] : [];
  });
  const source: Source = { pieces, summary, language };
  const tension = findTension(source);
  const principles = findPoints(source, "principles", "principles");
  const therefore = findTherefore(source);
  const steps = principles ? undefined : findPoints(source, "implementation", "steps");
  // A section that gave one block gives no other.
  const found = [tension, principles, therefore, steps].filter((extract) => extract !== undefined);
  return found.filter((extract, at) => !found.slice(0, at).some(({ section }) => section === extract.section));
}

interface Piece {
  role: SectionRole;
  title: string;
  element: Element;
}

interface Source extends EssenceOptions {
  pieces: readonly Piece[];
}

function findTension(source: Source): Extract | undefined {
  const { pieces, summary, language } = source;
  const stated = pieces.find(({ role, title }) => TENSION.includes(role) || TENSION_TITLE.test(title));
  const tension = stated && takeProse(stated, "tension", language);
  if (tension) return tension;
  for (const role of OVERVIEW) {
    const piece = pieces.find((candidate) => candidate.role === role);
    const overview = piece && takeProse(piece, "overview", language);
    if (overview) return overview;
  }
  if (summary) {
    const items = [splitSentences(summary, language)];
    return { matter: "overview", section: "", isSummary: true, form: "prose", items };
  }
  return firstProse(pieces, language);
}

function firstProse(pieces: readonly Piece[], language: string): Extract | undefined {
  for (const piece of pieces) {
    const prose = piece.role === "references" ? undefined : takeProse(piece, "overview", language);
    if (prose) return prose;
  }
  return undefined;
}

function findTherefore(source: Source): Extract | undefined {
  const { pieces, language } = source;
  const solution = pieces.find(({ role }) => role === "solution");
  const solved = solution && takeProse(solution, "therefore", language);
  return solved ?? findConclusion(source) ?? findPoints(source, "practices", "practices") ?? findProse(source);
}

/** A paragraph that begins with “Therefore”, as patterns have since Alexander. */
function findConclusion({ pieces, language }: Source): Extract | undefined {
  for (const piece of pieces) {
    const passage = passagesOf(piece.element).find((text) => THEREFORE.test(text));
    if (passage && piece.role !== "references") {
      return toExtract(piece, "therefore", "prose", [splitSentences(passage, language)]);
    }
  }
  return undefined;
}

function findPoints({ pieces, language }: Source, role: SectionRole, matter: Matter): Extract | undefined {
  const piece = pieces.find((candidate) => candidate.role === role);
  if (!piece) return undefined;
  const points = pointsOf(piece.element, language);
  if (points.length === 0) return matter === "principles" ? takeProse(piece, matter, language) : undefined;
  return toExtract(
    piece,
    matter,
    "points",
    points.map((point) => [point]),
  );
}

/** How it is done, as running text. */
function findProse({ pieces, language }: Source): Extract | undefined {
  const practices = pieces.find(({ role }) => role === "practices");
  const implementation = pieces.find(({ role }) => role === "implementation");
  return (
    (practices && takeProse(practices, "practices", language)) ??
    (implementation && takeProse(implementation, "steps", language))
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
