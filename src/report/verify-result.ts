import {
  type Account,
  EDITIONS,
  type EditionName,
  KINDS,
  type Kind,
  type Loss,
  type Tally,
} from "../verify/account.js";
import type { Colours } from "./colour.js";
import { escapeData, escapeProperty } from "./github.js";
import { printable } from "./printable.js";

export interface AccountOptions {
  /** Path to the library's folder, as the reader of the report would write it. */
  folder: string;
  /** The same of the output. */
  out: string;
  /** Whether every loss and every omission is listed. */
  all: boolean;
  colours: Colours;
}

const NAMES: Readonly<Record<EditionName, string>> = { pdf: "PDF", epub: "EPUB", docx: "Word", jsonld: "dataset" };
const ROWS: Readonly<Record<Kind, string>> = {
  words: "words",
  headings: "headings",
  cells: "table cells",
  links: "links",
  pictures: "pictures",
  notes: "notes",
  formulas: "formulas",
  fields: "front-matter fields",
  pages: "first pages",
  press: "pages for the press",
  packs: "in packs",
};
// More is for a file: --json has them all.
const SHOWN = 50;
const FEW = 5;

/** What was found of what was expected, for people: a table, every loss, what was taken out, what to do. */
export function formatAccount(account: Account, options: AccountOptions): string {
  const blocks = [
    formatTable(account, options),
    ...formatStale(account, options),
    ...formatLosses(account.losses, options),
    ...formatFaults(account, options),
    ...formatStrangers(account, options),
    ...formatTakenOut(account, options),
    ...formatLeftOut(account, options),
    formatEnd(account, options),
  ];
  return blocks.join("\n\n");
}

function formatTable({ editions, tallies, patterns, texts }: Account, { colours, out }: AccountOptions): string {
  const kinds = KINDS.filter((kind) => EDITIONS.some((edition) => tallies[edition][kind].expected > 0));
  const cells = kinds.map((kind) => [
    ROWS[kind],
    ...EDITIONS.map((edition) => (editions.includes(edition) ? formatTally(tallies[edition][kind]) : "not built")),
  ]);
  const rows = [["", ...EDITIONS.map((edition) => NAMES[edition])], ...cells];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ")}`.trimEnd(),
  );
  const others = texts === 0 ? "" : ` and ${texts} ${texts === 1 ? "text" : "texts"} of the book`;
  const title = `${patterns} ${patterns === 1 ? "pattern" : "patterns"}${others} in ${out}: found of expected`;
  return [colours.bold(title), ...lines].join("\n");
}

function formatTally({ found, expected }: Tally): string {
  if (expected === 0) return "–";
  const number = new Intl.NumberFormat("en");
  return found === expected ? number.format(found) : `${number.format(found)} of ${number.format(expected)}`;
}

function formatLosses(losses: readonly Loss[], { folder, all, colours }: AccountOptions): string[] {
  if (losses.length === 0) return [];
  const shown = all ? losses : losses.slice(0, SHOWN);
  const lines = shown.map(
    ({ edition, kind, file, line, found }) =>
      `  ${colours.dim(`${folder}/${file}:${line}`)}\n    ${NAMES[edition]}, ${ROWS[kind]}: ${found}`,
  );
  const rest = losses.length - shown.length;
  const heading = `Not found: ${losses.length}`;
  return [
    [colours.bold(heading), ...lines, ...(rest > 0 ? [`  … and ${rest} more (--all lists them)`] : [])].join("\n"),
  ];
}

function formatFaults({ files: { faults } }: Account, { out, all, colours }: AccountOptions): string[] {
  if (faults.length === 0) return [];
  const shown = all ? faults : faults.slice(0, SHOWN);
  const lines = shown.map(({ path, fault, detail }) => `  ${fault.padEnd(10)}  ${out}/${path}  ${colours.dim(detail)}`);
  const rest = faults.length - shown.length;
  return [
    [
      colours.bold("Files that are not as they were built"),
      ...lines,
      ...(rest > 0 ? [`  … and ${rest} more`] : []),
    ].join("\n"),
  ];
}

function formatStrangers({ files: { strangers } }: Account, { all }: AccountOptions): string[] {
  if (strangers.length === 0) return [];
  const shown = all ? strangers : strangers.slice(0, SHOWN);
  const rest = strangers.length - shown.length;
  return [`Not ours, and not read: ${shown.map(printable).join(", ")}${rest > 0 ? ` … and ${rest} more` : ""}`];
}

function formatStale({ stale }: Account, { folder, all, colours }: AccountOptions): string[] {
  if (stale.length === 0) return [];
  const shown = all ? stale : stale.slice(0, FEW);
  const lines = shown.map(({ file, why }) => `  ${folder}/${file}: ${why}`);
  const rest = stale.length - shown.length;
  return [
    [
      colours.bold("Sources that the editions were not made of: build again before you trust what follows"),
      ...lines,
      ...(rest > 0 ? [`  … and ${rest} more`] : []),
    ].join("\n"),
  ];
}

function formatTakenOut({ takenOut }: Account, { folder, all, colours }: AccountOptions): string[] {
  if (takenOut.length === 0) return [];
  const byKind = new Map<string, number>();
  for (const { kind } of takenOut) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  const width = Math.max(...[...byKind.keys()].map((kind) => kind.length));
  const counts = [...byKind]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, count]) => `  ${kind.padEnd(width)}  ${count}`);
  const list = all
    ? takenOut.map(
        ({ file, kind, place, text }) =>
          `  ${colours.dim(`${folder}/${file}:${place.line}`)}  ${kind}: ${text.replace(/\s+/g, " ")}`,
      )
    : [];
  const heading = `Taken out on purpose${all ? "" : " (--all lists them)"}`;
  return [[colours.bold(heading), ...counts, ...list].join("\n")];
}

function formatLeftOut({ leftOut }: Account, { folder, all, colours }: AccountOptions): string[] {
  if (leftOut.length === 0) return [];
  const shown = all ? leftOut : leftOut.slice(0, FEW);
  const lines = shown.map(({ source, reason }) => `  ${colours.dim(`${folder}/${source}`)}\n    ${printable(reason)}`);
  const rest = leftOut.length - shown.length;
  const files = leftOut.length === 1 ? "1 file" : `${leftOut.length} files`;
  return [
    [
      colours.bold(`In no edition, as the build said: ${files}`),
      ...lines,
      ...(rest > 0 ? [`  … and ${rest} more (--all lists them)`] : []),
    ].join("\n"),
  ];
}

function formatEnd(account: Account, { out }: AccountOptions): string {
  const {
    losses,
    files: { faults, checked },
    editions,
    stale,
  } = account;
  const left = EDITIONS.filter((edition) => !editions.includes(edition)).map((edition) => NAMES[edition]);
  const absent = left.length > 0 ? ` Not built, so not read: ${left.join(", ")}.` : "";
  if (losses.length > 0 || faults.length > 0) {
    const next =
      losses.length > 0 && stale.length === 0
        ? "Build again; what is still missing then is a fault of pattern-press: please report it with these lines."
        : `Build again into ${out}.`;
    return `${losses.length} not found, ${faults.length} files not as they were built.${absent} ${next}`;
  }
  const whole = `${checked} files are as they were built.${absent}`;
  if (stale.length === 0) return `Nothing is lost: all of the sources is in the editions or named above. ${whole}`;
  return `${describeUntold(account)} ${whole} Build again into ${out}, or verify with the configuration, the language and the folder that it was built from.`;
}

/** What cannot be said where sources are not those that the editions were made of. */
function describeUntold({ patterns, texts, stale }: Account): string {
  if (patterns + texts === 0) return "Nothing was compared: none of what the editions were made of is in this library.";
  const sources = stale.length === 1 ? "1 source is not that" : `${stale.length} sources are not those`;
  return `Whether something is lost cannot be told: ${sources} that the editions were made of.`;
}

/** Stale sources, losses and faults as annotations of GitHub Actions, one a line. */
export function formatLossAnnotations(
  { losses, files, stale }: Account,
  { folder, out }: { folder: string; out: string },
): string {
  return [
    ...stale.map(
      ({ file, why }) => `::error file=${escapeProperty(`${folder}/${file}`)},title=verify::${escapeData(why)}`,
    ),
    ...losses.map(({ edition, kind, file, line, found }) => {
      const place = `file=${escapeProperty(`${folder}/${file}`)},line=${line}`;
      return `::error ${place},title=verify::${escapeData(`${NAMES[edition]}, ${ROWS[kind]}, not found: ${found}`)}`;
    }),
    ...files.faults.map(
      ({ path, fault, detail }) =>
        `::error file=${escapeProperty(`${out}/${path}`)},title=verify::${escapeData(`${fault}: ${detail}`)}`,
    ),
  ].join("\n");
}
