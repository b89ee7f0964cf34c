import type { Observation } from "../pattern.js";
import { empty, quote, unclosed } from "./failures.js";
import { type FurtherBlock, findFurtherBlock } from "./further.js";
import { findOtherBlock } from "./other-fences.js";

/** A file cut along the fences of its front matter. */
export interface Cut {
  /** The opening line with its dashes, the lines between the fences, and a closing line of `---`; none where there is none. */
  block?: string;
  /** In TOML, what stands between the fences instead. */
  toml?: string;
  /** Line of the opening fence, counted from 1: the fields stand below it. */
  line: number;
  /** Front matter below the first: a file that was given a new one above its old one has such. */
  further: FurtherBlock[];
  /** The body, padded with newlines so that its positions are those of the file. */
  body: string;
  observations: Observation[];
}

// The second is YAML's own end of a document, which pandoc takes too.
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
// A word after the dashes names a language.
const OPENING = /^---[ \t]*[\w-]*[ \t]*$/;
const CODE_FENCE = /^(```+|~~~+)[ \t]*(?:ya?ml|md|markdown)?[ \t]*$/;

/**
 * Finds the front matter of a file. One in a code fence, after blank lines or after a first heading is found too, and
 * observed; so is every one below the first. A file without one is all body, which is observed too.
 * @throws SourceError where it is empty, or where its front matter has no end.
 */
export function cutAtFences(text: string): Cut {
  const lines = text.split("\n");
  const opening = findOpening(lines);
  if (!opening) return cutOtherBlock(lines) ?? withoutFrontMatter(lines);
  const { open, leading, codeFence, observations } = opening;
  const close = lines.findIndex((line, at) => at > open && CLOSING.test(line));
  if (close < 0) throw unclosed({ line: open + 1, column: 1 }, lines[open + 1] ?? "");
  // A file that opens with a thematic break.
  const first = lines.slice(open + 1, close).find((line) => line.trim() !== "");
  if (first !== undefined && isProse(lines.slice(open, close))) return withoutFrontMatter(lines);
  const end = codeFence ? skipCodeFence(lines, close, codeFence) : close;
  const further = findFurther(lines, end + 1);
  const body = [...leading, ...lines.slice(leading.length).fill("", 0, end + 1 - leading.length)];
  for (const block of further) body.fill("", block.start, block.end);
  return {
    // gray-matter would take blanks after the dashes for a line of YAML.
    block: `${[lines[open]?.trimEnd(), ...lines.slice(open + 1, close), "---"].join("\n")}\n`,
    line: open + 1,
    further,
    body: body.join("\n"),
    observations: [...observations, ...further.map(observeFurther)],
  };
}

/** The front matter of other programs than those that fence it by dashes. */
function cutOtherBlock(lines: readonly string[]): Cut | undefined {
  const found = findOtherBlock(lines);
  if (!found) return undefined;
  const { language, text, first, end } = found;
  return {
    ...(language === "toml" ? { toml: text } : { block: `---\n${text}\n---\n` }),
    line: first,
    further: [],
    body: [...lines].fill("", 0, end).join("\n"),
    observations: [],
  };
}

function findFurther(lines: readonly string[], from: number): FurtherBlock[] {
  const blocks: FurtherBlock[] = [];
  for (let block = findFurtherBlock(lines, from); block; block = findFurtherBlock(lines, block.end)) blocks.push(block);
  return blocks;
}

function observeFurther({ start, yaml }: FurtherBlock): Observation {
  const found = yaml.split("\n").find((line) => line.trim() !== "") ?? "";
  return { rule: "front-matter-stands-once", place: { line: start + 1, column: 1 }, found };
}

interface Opening {
  /** Index of the `---` line. */
  open: number;
  /** Lines before it that belong to the body. */
  leading: string[];
  /** The signs that open a code fence round the front matter. */
  codeFence?: string;
  observations: Observation[];
}

function findOpening(lines: string[]): Opening | undefined {
  const leading: string[] = [];
  let codeFence: string | undefined;
  for (const [at, line] of lines.entries()) {
    if (OPENING.test(line) && (at === 0 || looksLikeYaml(lines[at + 1]))) {
      const observations = at === 0 ? [] : [observeLate(lines, at, codeFence)];
      return { open: at, leading, ...(codeFence ? { codeFence } : {}), observations };
    }
    const fenced = CODE_FENCE.exec(line);
    if (fenced?.[1] && !codeFence) codeFence = fenced[1];
    else if (line.trim() !== "" && !/^# /.test(line)) break;
    leading.push(fenced ? "" : line);
  }
  return undefined;
}

/** @throws SourceError where no line has a word. */
function withoutFrontMatter(lines: readonly string[]): Cut {
  const first = firstWords(lines);
  if (first === undefined) throw empty();
  const place = { line: 1, column: 1 };
  return {
    line: 1,
    further: [],
    body: lines.join("\n"),
    observations: [{ rule: "front-matter-is-present", place, found: quote(first) }],
  };
}

function observeLate(lines: string[], at: number, codeFence: string | undefined): Observation {
  const first = firstWords(lines.slice(0, at));
  const before = `${first === undefined ? "a blank line" : quote(first)} before the front matter`;
  return {
    rule: "front-matter-comes-first",
    place: { line: at + 1, column: 1 },
    found: codeFence ? "front matter inside a code fence" : before,
  };
}

function firstWords(lines: readonly string[]): string | undefined {
  return lines.find((line) => line.trim() !== "");
}

// A key is a few words; what goes on longer before its colon is a sentence.
const FIELD = /^\s*["']?[\p{L}\p{N}_$@.-]+(?: [\p{L}\p{N}_-]+){0,3}["']?[ \t]*:/u;
const LIST_OR_MAP = /^(?:[-?][ \t]|["'[{&!])/;

/** Whether no line of a block is a field, and its first no list or map in the place of fields. */
function isProse([opening = "", ...lines]: readonly string[]): boolean {
  if (!CLOSING.test(opening) || LIST_OR_MAP.test(firstWords(lines) ?? "")) return false;
  return !lines.some((line) => FIELD.test(line));
}

function looksLikeYaml(line: string | undefined): boolean {
  return line !== undefined && /^(#|[\w-]+[ \t]*:)/.test(line);
}

/** Index of the line that closes the code fence; that of `close` where the fence goes on. */
function skipCodeFence(lines: string[], close: number, codeFence: string): number {
  for (let at = close + 1; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (line.trim() === codeFence) return at;
    if (line.trim() !== "") break;
  }
  return close;
}
