import type { Element, ElementContent } from "hast";
import { countWords } from "../../../library/body/count-words.js";
import { isFootnotes } from "../../../library/body/footnotes.js";
import type { Body } from "../../../library/pattern.js";
import { withoutPrefix } from "../../../linked-data/sections.js";
import type { Basis } from "../basis.js";
import type { PatternRecord } from "../record.js";
import { type Block, listBlocks } from "./blocks.js";
import { type Passage, placeOf } from "./passage.js";

// Words of a piece with its title. Models that turn text into vectors read some 512 tokens, of which English takes 4 for 3
// words.
const MOST = 380;
// Below this, two neighbours become one.
const SHORT = 120;
const SEPARATOR = " › ";

/** What stands under one heading. */
interface Stretch {
  fragment: string;
  role: Passage["role"];
  path: string[];
  blocks: Block[];
}

type Piece = Omit<Stretch, "blocks"> & { texts: string[]; words: number };

/**
 * A pattern's text in pieces for search and for language models: parted at headings and between blocks, each of at most 380
 * words where no table, code or sentence is longer by itself; short ones joined to their neighbours. Each begins with its
 * title: the headings that it stands under.
 */
export function cutChunks(record: PatternRecord, body: Body, basis: Basis): Passage[] {
  const pieces = listStretches(record, body).flatMap(cut);
  const place = placeOf(record, basis);
  const used = new Map<string, number>();
  return joinShort(pieces).map(({ fragment, role, path, texts }, at) => {
    const time = (used.get(fragment) ?? 0) + 1;
    used.set(fragment, time);
    const title = path.join(SEPARATOR);
    const id = basis.setting.iris.detail(record, time === 1 ? fragment : `${fragment}.${time}`);
    return { ...place, id, title, path, role, position: at + 1, text: [title, ...texts].join("\n\n") };
  });
}

function listStretches(record: PatternRecord, body: Body): Stretch[] {
  const sections = body.tree.children.filter((node): node is Element => node.type === "element");
  let at = 0;
  return sections.flatMap((element) => {
    const isNotes = isFootnotes(element);
    const head = isNotes ? record.sections.at(-1) : record.sections[at++];
    if (!head) return [];
    const path = head.title === null ? [record.title] : [record.title, head.title];
    // Its own heading stands in the path.
    const children = head.title === null ? element.children : dropHeading(element.children);
    return partByHeadings(listBlocks(children, MOST - budget(path), record.language), {
      fragment: head.id,
      role: head.role,
      path,
      slug: record.slug,
    });
  });
}

function budget(path: readonly string[]): number {
  return path.reduce((sum, heading) => sum + countWords(heading), 0);
}

function dropHeading(children: readonly ElementContent[]): ElementContent[] {
  const first = children.findIndex((child) => child.type === "element");
  return children.filter((_, at) => at !== first);
}

function partByHeadings(
  blocks: readonly Block[],
  { fragment, role, path, slug }: Pick<Stretch, "fragment" | "role" | "path"> & { slug: string },
): Stretch[] {
  const stretches: Stretch[] = [{ fragment, role, path, blocks: [] }];
  // Headings between the section's and the block, by level.
  let open: { level: number; text: string }[] = [];
  for (const block of blocks) {
    if (!block.isHeading) {
      stretches.at(-1)?.blocks.push(block);
      continue;
    }
    open = [...open.filter(({ level }) => level < block.level), { level: block.level, text: block.text }];
    const below = open.map(({ text }) => text).filter((text) => text !== "");
    stretches.push({
      fragment: block.id === undefined ? fragment : withoutPrefix(block.id, slug),
      role,
      path: [...path, ...below],
      blocks: [],
    });
  }
  return stretches;
}

/** Cuts a stretch into pieces of about the same length. */
function cut({ blocks, ...head }: Stretch): Piece[] {
  const total = blocks.reduce((sum, { words }) => sum + words, 0);
  const most = MOST - budget(head.path);
  const aim = total / Math.max(1, Math.ceil(total / most));
  const pieces: Piece[] = [];
  for (const { text, words } of blocks) {
    const last = pieces.at(-1);
    if (last && last.words < aim && last.words + words <= most) {
      last.texts.push(text);
      last.words += words;
    } else pieces.push({ ...head, texts: [text], words });
  }
  // A heading without text of its own is part of the path of the headings below it; if there are none, it is a piece by
  // itself.
  return pieces.length > 0 ? pieces : [{ ...head, texts: [], words: 0 }];
}

/** Joins neighbours of which one is short, where both have room in one; the second then begins with its heading. */
function joinShort(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const heading = last && !isSame(last.path, piece.path) ? (piece.path.at(-1) ?? "") : "";
    const words = piece.words + countWords(heading);
    const isShort = last !== undefined && (last.words < SHORT || piece.words < SHORT);
    if (last && isShort && last.words + words <= MOST - budget(last.path)) {
      if (heading !== "") last.texts.push(heading);
      last.texts.push(...piece.texts);
      last.words += words;
    } else joined.push({ ...piece, texts: [...piece.texts] });
  }
  return joined;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((heading, at) => heading === other[at]);
}
