import type { Root } from "mdast";
import { visit } from "../../../trees/visit.js";
import type { Observation, Omission } from "../../pattern.js";
import { pointAt } from "../../point.js";
import type { Removal } from "../boilerplate.js";
import { type Parse, parseMarkdown } from "../markdown.js";
import { readMarkdown } from "../read-markdown.js";
import { setAnchors } from "./anchors.js";
import { findComments, findOpenHtml, mayHoldComments } from "./comments.js";
import { pairContainers, wrapContainers } from "./containers.js";
import { dropTaken } from "./drop-taken.js";
import { type FoundMarkup, findMarkup } from "./find-markup.js";
import { setHighlights, signHighlights } from "./highlights.js";
import { joinStretches, type Stretch } from "./stretch.js";
import { escapeBrackets, takeOut } from "./take-out.js";
import { findUnprinted, findVerbatim, htmlComments } from "./verbatim.js";

/** A body as Markdown, without what other systems would not print. */
export interface CleanMarkdown {
  tree: Root;
  /** The text that the tree was read from: as long as the source, line by line. */
  text: string;
  removals: Removal[];
}

interface Reading {
  tree: Root;
  text: string;
}

/**
 * Reads Markdown as those wrote it who publish it by other systems as well: their comments are taken out, and so is
 * machinery that carries no words; what stands for words stays, and is observed. Places stay those of the file.
 */
export function readClean(source: string, observations: Observation[], parse?: Parse): CleanMarkdown {
  if (!mayHoldComments(source) && findMarkup(source, []).length === 0) {
    return { tree: readMarkdown(source, observations, parse), text: source, removals: [] };
  }
  const { comments, open, ...quiet } = takeComments(source, parse);
  const found = findForeign(quiet);
  const containers = pairContainers(found);
  const taken = found.flatMap((markup) => markup.taken);
  const text = takeOut(quiet.text, taken);
  const tree = readMarkdown(signHighlights(text, found), observations, parse);
  const unmarked = setHighlights(tree, found);
  setAnchors(tree, source, found);
  wrapContainers(tree, containers);
  for (const start of open) {
    observations.push({
      rule: "comments-are-closed",
      found: excerpt(source.slice(start)),
      place: pointAt(source, start),
    });
  }
  for (const { name, start, end } of unmarked.filter(({ quiet, start }) => !quiet && !open.includes(start))) {
    const words = excerpt(source.slice(start, end));
    observations.push({ rule: "no-foreign-markup", found: words, detail: name, place: pointAt(source, start) });
  }
  const remove = (kind: Omission["kind"]) => (stretch: Stretch) => asRemoval(source, stretch, kind);
  const removals = [
    ...[...comments, ...commentsOfHtml(tree, text)].map(remove("comment")),
    ...taken.map(remove("foreign-markup")),
  ];
  if (comments.length + open.length + taken.length > 0) dropTaken(tree);
  return { tree, text, removals };
}

function readText(text: string, parse: Parse | undefined): Reading {
  return { tree: parseMarkdown(text, parse), text };
}

// Comments with a part of code in them make the rest another text each; more are an attack.
const MOST_ROUNDS = 10;

function takeComments(text: string, parse: Parse | undefined): Reading & { comments: Stretch[]; open: number[] } {
  const source = readText(text, parse);
  const taken: Stretch[] = [];
  if (!mayHoldComments(source.text)) return { ...source, comments: taken, open: [] };
  const unclosed = findOpenHtml(source.tree, source.text);
  let reading = unclosed.length > 0 ? readText(escapeBrackets(source.text, unclosed), parse) : source;
  for (let round = 1; ; round++) {
    const { tree, text } = reading;
    const { comments, open, stale } = findComments(text, findVerbatim(tree, text), round < MOST_ROUNDS);
    taken.push(...comments);
    if (comments.length + open.length > 0) {
      reading = readText(escapeBrackets(takeOut(text, comments), stale ? [] : open), parse);
    }
    if (!stale) return { ...reading, comments: taken, open: [...unclosed, ...open] };
  }
}

function findForeign({ tree, text }: Reading): FoundMarkup[] {
  const found = findMarkup(text, []);
  if (found.length === 0) return found;
  return findMarkup(text, joinStretches([...findVerbatim(tree, text), ...findUnprinted(tree, text)]));
}

function commentsOfHtml(tree: Root, text: string): Stretch[] {
  const found: Stretch[] = [];
  if (!text.includes("<!--")) return found;
  visit(tree, "html", (node) => {
    found.push(...htmlComments(node, text));
  });
  return found;
}

function asRemoval(source: string, { start, end }: Stretch, kind: Omission["kind"]): Removal {
  return { kind, text: source.slice(start, end).trim(), place: pointAt(source, start), start, end };
}

// What a line of a terminal shows.
const LONGEST = 60;

/** The first line, or the beginning of it. */
function excerpt(text: string): string {
  const [line = ""] = text.trim().split("\n");
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line.trimEnd();
}
