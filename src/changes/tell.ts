import { type Change, type ChangeKind, type Changes, changesOf, type Unknown, type WordCounts } from "./change.js";
import { joinRuns, type Run } from "./runs.js";

/** Changes of one kind in words. */
export interface Told {
  /** `3 patterns added` */
  heading: string;
  lines: { text: string; details: string[] }[];
}

/** How titles and other words of files are shown, and what of a list stands out. */
export interface Style {
  quote(words: string): string;
}

/** What changed, kind by kind; nothing of kinds in which nothing did. */
export function tell(changes: Changes, { quote }: Style): Told[] {
  const name = ({ number, title }: { number: number; title: string }): string => `${number} ${quote(title)}`;
  const block = <Kind extends ChangeKind>(kind: Kind, line: (change: Change<Kind>) => Line): Told[] => {
    const found = changesOf(changes, kind);
    if (found.length === 0) return [];
    return [{ heading: HEADINGS[kind](count(found.length, "pattern")), lines: found.map(line).map(toLine) }];
  };
  const renumbered = changesOf(changes, "renumbered");
  const moved = changesOf(changes, "moved");
  return [
    ...block("added", name),
    ...block("removed", name),
    ...block("renamed", (change) => tellRename(change, quote)),
    ...tellRuns("renumbered", renumbered.length, joinRuns(renumbered, shiftOfNumber), (run) => tellNumbers(run, quote)),
    ...block("text", (change) => ({ text: name(change), ...tellText(change, quote) })),
    ...block("fields", (change) => `${name(change)}: ${change.fields.map(quote).join(", ")}`),
    ...block("relations", (change) => ({ text: name(change), details: tellRelations(change, quote) })),
    ...tellRuns("moved", moved.length, joinRuns(moved, shiftOfPage), (run) => tellPages(run, quote)),
  ];
}

/** What was not compared, and why. */
export function tellUnknown({ unknown }: Changes): string[] {
  return unknown.map((one) => UNKNOWN[one]);
}

const UNKNOWN: Readonly<Record<Unknown, string>> = {
  words: "Words and fields were not compared: they stand in the dataset, and an edition has none of its state.",
  relations: "Relations were not compared: they stand in the dataset, and an edition has none of its state.",
  pages: "Pages were not compared: an edition was not printed.",
};

const HEADINGS: Readonly<Record<ChangeKind, (patterns: string) => string>> = {
  added: (patterns) => `${patterns} added`,
  removed: (patterns) => `${patterns} removed`,
  renamed: (patterns) => `${patterns} renamed`,
  renumbered: (patterns) => `${patterns} with another number`,
  text: (patterns) => `${patterns} with another text`,
  fields: (patterns) => `${patterns} with other fields`,
  relations: (patterns) => `${patterns} with other relations`,
  moved: (patterns) => `${patterns} on another page`,
};

type Line = string | { text: string; details: string[]; head?: string };

function toLine(line: Line): Told["lines"][number] {
  if (typeof line === "string") return { text: line, details: [] };
  const { text, details, head } = line;
  return { text: head === undefined ? text : `${text}: ${head}`, details };
}

function tellRuns<Kind extends "renumbered" | "moved">(
  kind: Kind,
  patterns: number,
  runs: readonly Run<Kind>[],
  line: (run: Run<Kind>) => string,
): Told[] {
  if (runs.length === 0) return [];
  const lines = runs.map((run) => ({ text: line(run), details: [] }));
  return [{ heading: HEADINGS[kind](count(patterns, "pattern")), lines }];
}

function shiftOfNumber({ from, to }: Change<"renumbered">): number {
  return to - from;
}

/** Undefined if the page changed in another way than by a number of pages within one volume. */
function shiftOfPage({ from, to }: Change<"moved">): string | undefined {
  if (!from || !to || from.volume !== to.volume) return undefined;
  return `${to.volume} ${to.page - from.page}`;
}

function tellRename({ number, from, to }: Change<"renamed">, quote: Style["quote"]): string {
  const parts = (["title", "slug", "id"] as const)
    .filter((part) => from[part] !== to[part])
    .map((part) => `${part === "title" ? "" : `${part} `}${quote(from[part])} → ${quote(to[part])}`);
  return `${number} ${from.title === to.title ? `${quote(to.title)}: ` : ""}${parts.join("; ")}`;
}

function tellNumbers({ first, last, size }: Run<"renumbered">, quote: Style["quote"]): string {
  if (size === 1) return `${first.from} → ${first.to} ${quote(first.title)}`;
  return `${first.from}–${last.from} → ${first.to}–${last.to}, ${quote(first.title)} to ${quote(last.title)}`;
}

function tellText({ words, sections }: Change<"text">, quote: Style["quote"]): { head: string; details: string[] } {
  if (!words || !sections) return { head: "the file is another", details: [] };
  const details = sections.map(({ title, role, is, words }) => {
    const name = title === "" ? role : quote(title);
    return is === "changed" ? `${name}: ${tellWords(words)}` : `${name}: ${is}, ${tellWords(words)}`;
  });
  return { head: tellWords(words), details };
}

function tellWords({ added, removed }: WordCounts): string {
  if (added + removed === 0) return "the same words, set in another way";
  return [
    ...(added > 0 ? [`${count(added, "word")} more`] : []),
    ...(removed > 0 ? [`${count(removed, "word")} gone`] : []),
  ].join(", ");
}

function tellRelations({ added, removed }: Change<"relations">, quote: Style["quote"]): string[] {
  const line = (sign: string) => (one: { kind: string; title: string }) =>
    `${sign} ${one.kind.replaceAll("_", " ")} ${quote(one.title)}`;
  return [...added.map(line("now")), ...removed.map(line("no longer"))];
}

function tellPages({ first, last, size }: Run<"moved">, quote: Style["quote"]): string {
  const names = size === 1 ? quote(first.title) : `${quote(first.title)} to ${quote(last.title)}, ${size} patterns`;
  const place = (change: Change<"moved">, of: "from" | "to"): string => {
    const at = change[of];
    if (!at) return "not printed";
    const isOther = change.from?.volume !== change.to?.volume;
    return `${isOther ? `volume ${at.volume}, ` : ""}page ${at.label}`;
  };
  if (size === 1) return `${names}: ${place(first, "from")} → ${place(first, "to")}`;
  const [from, to] = [first.from?.page ?? 0, first.to?.page ?? 0];
  return `${names}: ${count(Math.abs(to - from), "page")} ${to > from ? "later" : "earlier"}, the first on ${place(first, "to")}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
