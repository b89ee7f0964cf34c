import type { Element, ElementContent, Text } from "hast";
import { addClass } from "../../../../page/class-names.js";
import type { Letters } from "./letters.js";
import type { Pieces } from "./pieces.js";
import type { Fit, Setting } from "./total-fit.js";

// Points by which a line may come out wider or narrower than it is reckoned.
export const DOUBT = 0.3;
const SOFT_HYPHEN = /\u00ad/g;
const SPACE = /[ \t\n\r\f]/;
// A word in which a browser may end a line though we would not: at a slash, before a dash.
const PARTS = /[\p{L}\p{N}\p{M}][^\p{L}\p{N}\p{M}'’\u00ad\u00a0]+[\p{L}\p{N}\p{M}]/u;

/** A stretch of the text. */
type Span = readonly [from: number, to: number];

/**
 * Marks a paragraph so that a browser, which puts on every line what it can, ends its lines where they were chosen: other
 * soft hyphens go, what would still fit behind an end is `held` together, and where a line is tight all spaces are, but
 * for those of the last line, which is `eased`.
 * @returns false, with nothing done, where the lines cannot be had
 */
export function obey(
  paragraph: Element,
  { letters, pieces, fit }: { letters: Letters; pieces: Pieces; fit: Fit },
  setting: Setting,
): boolean {
  const isTight = fit.ratios.some((ratio) => ratio < 0);
  const held = holdLines(letters.text, pieces, fit, { ...setting, isTight });
  if (!held) return false;
  const lastStart = pieces.after[fit.ends.at(-1) ?? -1] ?? 0;
  const isEased = isTight && (fit.ratios.at(-1) ?? 0) >= 0;
  const eased: Span = isEased ? [lastStart, letters.text.length] : [0, 0];
  const chosen = new Set(fit.ends.map((end) => (pieces.after[end] ?? 0) - 1));
  const from = new Map(letters.runs.map((run) => [run.node, run.from]));
  replaceTexts(paragraph, (node) => cut(node, from.get(node) ?? 0, { held, eased, chosen }));
  if (isTight) addClass(paragraph, "tight");
  return true;
}

type Holding = Setting & { isTight: boolean };

/** What has to stay together behind each end; undefined where all the rest would fit. */
function holdLines(text: string, pieces: Pieces, { ends }: Fit, setting: Holding): Span[] | undefined {
  const held: Span[] = [];
  let start = 0;
  for (const [line, end] of ends.entries()) {
    const room = setting.measure - (line === 0 ? setting.indent : 0) + DOUBT;
    const until = holdUntil(text, pieces, { start, end, room, isTight: setting.isTight });
    if (until === undefined) return undefined;
    const from = pieces.after[end] ?? 0;
    const limit = beforeEnd(text, pieces.after[ends[line + 1] ?? Number.NaN] ?? text.length);
    if (until > from) held.push([from, Math.min(until, limit)]);
    start = end + 1;
  }
  return held;
}

/** Where what is held behind an end of a line ends: nothing more fits there. */
function holdUntil(
  text: string,
  { items, after }: Pieces,
  { start, end, room, isTight }: { start: number; end: number; room: number; isTight: boolean },
): number | undefined {
  let width = 0;
  let until = after[end] ?? 0;
  for (let at = start; at < items.length; at++) {
    const item = items[at];
    if (!item || (at < end && width === 0 && item.kind !== "box")) continue;
    if (item.kind === "glue" && at > end && items[at - 1]?.kind === "box") {
      if (width > room) return holdsParts(text, until, after[at] ?? 0);
      until = after[at] ?? 0;
    }
    if (item.kind === "box") width += item.width;
    else if (item.kind === "glue") width += item.width - (isTight ? item.shrink : 0);
  }
  return width > room ? holdsParts(text, until, text.length) : undefined;
}

/** The word that does not fit is held as well, where a part of it could stand on the line. */
function holdsParts(text: string, until: number, end: number): number {
  return PARTS.test(text.slice(until, end)) ? beforeEnd(text, end) : until;
}

function beforeEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && SPACE.test(text.charAt(at - 1))) at--;
  return at;
}

interface Marks {
  held: readonly Span[];
  eased: Span;
  /** Places of the soft hyphens that stay. */
  chosen: ReadonlySet<number>;
}

/** The text of a node in pieces, each in a span of its own where it is marked. */
function cut({ value }: Text, from: number, { held, eased, chosen }: Marks): ElementContent[] {
  const to = from + value.length;
  const within = (at: number): boolean => at > from && at < to;
  const edges = [...new Set([from, ...[...held.flat(), ...eased].filter(within), to])].sort((a, b) => a - b);
  return edges.slice(0, -1).flatMap((edge, index): ElementContent[] => {
    const end = edges[index + 1] ?? to;
    const piece = value.slice(edge - from, end - from);
    const text = piece.replace(SOFT_HYPHEN, (hyphen, at: number) => (chosen.has(edge + at) ? hyphen : ""));
    const isIn = ([first, last]: Span): boolean => edge >= first && edge < last;
    const className = [...(held.some(isIn) ? ["held"] : []), ...(isIn(eased) ? ["eased"] : [])];
    const node: Text = { type: "text", value: text };
    if (className.length === 0 || text === "") return [node];
    return [{ type: "element", tagName: "span", properties: { className }, children: [node] }];
  });
}

function replaceTexts(element: Element, cutOne: (text: Text) => ElementContent[]): void {
  element.children = element.children.flatMap((child) => {
    if (child.type === "text") return cutOne(child);
    if (child.type === "element") replaceTexts(child, cutOne);
    return [child];
  });
}
