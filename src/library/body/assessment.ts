import type { Element, ElementContent, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import type { Observation, Score } from "../pattern.js";
import { toKey } from "../slug.js";
import { headingLevel } from "./headings.js";
import { placeOf } from "./place.js";
import { type Rating, readRating } from "./rating.js";
import { readScoreTable } from "./score-table.js";

/** What a body says of a pattern's commons alignment, in numbers. */
export interface Assessment {
  scores: Score[];
  /** Overall alignment, 0…5. */
  alignment?: number;
}

/**
 * Reads the scores out of a body's assessment: dimensions with a number from 0 to 5 and the words beside it, as
 * paragraphs (`**1. Openness (4/5):** …`), list items, headings or rows of a table. A dimension without a number is
 * words, and stays in the text alone. Where one is scored twice the first counts; a number out of range is observed and
 * not taken.
 * @param tree the body in its sections, positions still in it
 */
export function readAssessment(tree: Root, observations: Observation[]): Assessment {
  const scores = new Map<string, Score>();
  let alignment: number | undefined;
  for (const { dimension, value, rationale, node } of assessmentsIn(tree).flatMap(readRatings)) {
    if (value > 5) {
      observations.push({ rule: "scores-are-in-range", found: `${value} for ${dimension}`, ...placeOf(node) });
    } else if (isOverall(dimension)) alignment ??= value;
    else if (!scores.has(toKey(dimension))) {
      scores.set(toKey(dimension), { dimension, value, ...(rationale ? { rationale } : {}), stated: "body" });
    }
  }
  return { scores: [...scores.values()], ...(alignment === undefined ? {} : { alignment }) };
}

/** “Overall Score”, “Overall Commons Alignment Score”, “Overall”. */
function isOverall(dimension: string): boolean {
  return /^(overall|total|average)\b|alignment score$/i.test(dimension);
}

const ASSESSMENT = /(commons|alignment|pillars?)\b.*\b(assessment|score)/i;

/** The blocks of every assessment: those of its section, or below a deeper heading of that name up to the next like it. */
function assessmentsIn(tree: Root): Element[][] {
  return tree.children.flatMap((section) => {
    if (section.type !== "element" || section.tagName !== "section") return [];
    const blocks = section.children.filter(isElement);
    if (section.properties.dataRole === "assessment") return [blocks.slice(1)];
    return blocks.flatMap((block, at) => {
      const level = headingLevel(block);
      if (level === undefined || !ASSESSMENT.test(toText(block))) return [];
      const rest = blocks.slice(at + 1);
      const end = rest.findIndex((next) => (headingLevel(next) ?? Number.POSITIVE_INFINITY) <= level);
      return [end < 0 ? rest : rest.slice(0, end)];
    });
  });
}

/** A rating, and the block that it was read from. */
interface PlacedRating extends Rating {
  node: Element;
}

/** A dimension as the text unfolds it: its name, then its number and its words, in one block or in several. */
interface OpenRating {
  dimension: string;
  value?: number;
  words: string[];
  /** Whether the blocks that follow may still say why. */
  open: boolean;
  node: Element;
}

/** The ratings of one assessment, in the order of the text. */
function readRatings(blocks: Element[]): PlacedRating[] {
  const entries: OpenRating[] = [];
  for (const node of blocks.flatMap(toStatements)) {
    const last = entries.at(-1);
    const { name, rating } = readRating(node);
    if (node.tagName === "table")
      entries.push(...readScoreTable(node).map((row) => ({ ...toEntry(row, node), open: false })));
    else if (rating && last && isUnnamed(rating)) last.value = rating.value;
    else if (rating) entries.push(toEntry(rating, node));
    else if (name !== undefined) entries.push({ dimension: name, words: [], open: true, node });
    else if (last?.open) last.words.push(toText(node).trim());
  }
  return entries.flatMap(({ value, words, ...entry }) =>
    value === undefined ? [] : [{ ...entry, value, rationale: words.join("\n\n") }],
  );
}

function toEntry({ dimension, value, rationale }: Rating, node: Element): OpenRating {
  const open = rationale === "" && !isOverall(dimension);
  return { dimension, value, words: rationale ? [rationale] : [], open, node };
}

/** “Score: 4/5” below the name of a dimension. */
function isUnnamed({ dimension }: Rating): boolean {
  return /^(score|rating)$/i.test(dimension);
}

/** A list says one thing an item; every other block is one statement. */
function toStatements(block: Element): Element[] {
  if (block.tagName !== "ul" && block.tagName !== "ol") return [block];
  return block.children.filter(isElement);
}

function isElement(node: ElementContent): node is Element {
  return node.type === "element";
}
