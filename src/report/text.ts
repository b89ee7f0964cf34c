import { wrapAnsi } from "fast-wrap-ansi";
import { present } from "../library/present.js";
import type { Finding, Severity } from "../library/rules/rule.js";
import type { Colours } from "./colour.js";
import { printableFinding } from "./printable.js";

export interface TextOptions {
  /** Path to the library's folder, as the reader of the report would write it. */
  folder: string;
  colours: Colours;
  /** Columns of the terminal; without it lines are not broken. */
  width?: number | undefined;
  /** Whether notes, and every finding of a rule in a file, are listed. */
  all: boolean;
  /** How the program was called: `npx pattern-press`. */
  called?: string;
  /** What files were left out on purpose. */
  leftOut?: string;
}

// More of one sort in one file tell nothing new, and neither do the same words in file after file.
const SHOWN_OF_A_RULE = 3;
const SHOWN_FILES = 5;

/** Findings for people: by file, aligned, then how to fix them, then a last line that says what to do. */
export function formatFindings(found: readonly Finding[], options: TextOptions): string {
  const findings = found.map(printableFinding);
  const told = options.all ? findings : findings.filter(({ severity }) => severity !== "info");
  const { shown, repeated } = options.all ? { shown: told, repeated: [] } : partRepeated(told);
  // Files with errors come last: a terminal shows the end.
  const files = [...group(shown, ({ file = "" }) => file)].sort(([, a], [, b]) => gravest(b) - gravest(a));
  const blocks = files.map(([file, own]) => formatFile(file, own, options));
  const mend = formatFixes(told, options);
  const same = formatRepeated(repeated, options);
  const end = [options.leftOut ?? "", formatEnd(findings, options)].filter(Boolean).join("\n");
  return [...blocks, ...[same, mend].filter(Boolean), end].join("\n\n");
}

/** One finding that is the same in many files. */
interface Repeated {
  first: Finding;
  files: number;
}

/** Findings that say the same of many files but for names in quotation marks are told once; errors stand with their files. */
function partRepeated(findings: readonly Finding[]): { shown: Finding[]; repeated: Repeated[] } {
  const alike = group(findings, ({ rule, found, mend }) => [rule, withoutNames(found), mend].join("\n"));
  const often = [...alike.values()].flatMap((own) => {
    const files = new Set(own.map(({ file }) => file)).size;
    const [first] = own;
    return first && files > SHOWN_FILES && first.severity !== "error" ? [{ first, files, own }] : [];
  });
  const gone = new Set(often.flatMap(({ own }) => own));
  return {
    shown: findings.filter((finding) => !gone.has(finding)),
    repeated: often.map(({ first, files }) => ({ first, files })).sort((a, b) => b.files - a.files),
  };
}

/** Without what differs from file to file: words in quotation marks, macros, and the rest of an address after its scheme. */
function withoutNames(found: string): string {
  return found
    .replace(/“[^”]*”/g, "“”")
    .replace(/\{[{%][^{}]*[%}]\}/g, "{}")
    .replace(/ to ([a-z][\w-]*:)\S*/, " to $1");
}

function formatRepeated(repeated: readonly Repeated[], { folder, colours, width }: TextOptions): string {
  if (repeated.length === 0) return "";
  const widths = {
    files: widest(repeated.map(({ files }) => String(files))),
    rule: widest(repeated.map(({ first }) => first.rule)),
  };
  const indent = 2 + widths.files + 2 + widths.rule + 2;
  const lines = repeated.flatMap(({ first, files }) => {
    const message = `${sentence(first)} (first in ${folder}/${first.file ?? ""}${suffix(first.place)})`;
    const [head = "", ...rest] =
      width !== undefined && width - indent >= 30 ? wrap(message, width - indent) : [message];
    const start = `  ${String(files).padStart(widths.files)}  ${colours.dim(first.rule.padEnd(widths.rule))}  ${head}`;
    return [start, ...rest.map((line) => " ".repeat(indent) + line)];
  });
  return [colours.bold("In many files, told once (check --all lists them all)"), ...lines].join("\n");
}

/** How many of each severity: `2 errors, 1 warning`; empty when there is nothing. */
export function countBySeverity(findings: readonly Finding[]): string {
  const names: readonly [Severity, string][] = [
    ["error", "error"],
    ["warning", "warning"],
    ["info", "note"],
  ];
  const counts = names.flatMap(([severity, name]) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${name}${count === 1 ? "" : "s"}`];
  });
  return counts.join(", ");
}

/** A finding in one sentence. */
export function sentence({ found, expected }: Finding): string {
  return `${found}; expected ${expected}`;
}

/** Lines of at most `width` columns, of which a Chinese character takes two; a longer word stands alone. */
function wrap(text: string, width: number): string[] {
  return wrapAnsi(text, width).split("\n");
}

/** Of very many rows as well: a function takes no more than some ten thousand arguments. */
function widest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}

function formatFile(file: string, findings: readonly Finding[], options: TextOptions): string {
  const { folder, colours, all } = options;
  const rows = [...group(findings, ({ rule }) => rule).values()].flatMap((ofRule) => fold(ofRule, all));
  const order = new Map(findings.map((finding, at) => [finding, at]));
  const placeIn = ({ finding }: Row): number => present(order.get(finding), "the order of", finding.rule);
  rows.sort((a, b) => placeIn(a) - placeIn(b));
  const widths = {
    place: widest(rows.map(({ finding }) => placeOf(finding))),
    rule: widest(rows.map(({ finding }) => finding.rule)),
  };
  const heading = file === "" ? folder : `${folder}/${file}`;
  return [colours.bold(heading), ...rows.flatMap((row) => formatRow(row, widths, options))].join("\n");
}

interface Row {
  finding: Finding;
  /** How many like it are not shown. */
  folded: number;
}

/** The first findings of one rule in one file; the last of them says how many follow. */
function fold(findings: readonly Finding[], all: boolean): Row[] {
  // Hiding a single one would save nothing.
  const most = all || findings.length <= SHOWN_OF_A_RULE + 1 ? findings.length : SHOWN_OF_A_RULE;
  return findings
    .slice(0, most)
    .map((finding, index) => ({ finding, folded: index === most - 1 ? findings.length - most : 0 }));
}

function formatRow({ finding, folded }: Row, widths: { place: number; rule: number }, options: TextOptions): string[] {
  const { colours, width } = options;
  const place = placeOf(finding).padStart(widths.place);
  const indent = 2 + widths.place + 2 + SEVERITY_WIDTH + 2 + widths.rule + 2;
  const other = finding.other ? ` (see ${finding.other.file}${suffix(finding.other.place)})` : "";
  const more = folded > 0 ? ` … and ${folded} more like this` : "";
  const message = sentence(finding) + other + more;
  // On a terminal too narrow for a column of text, lines break where the terminal breaks them.
  const lines = width !== undefined && width - indent >= 30 ? wrap(message, width - indent) : [message];
  const [first = "", ...rest] = lines;
  const label = colours.severity(finding.severity, LABELS[finding.severity].padEnd(SEVERITY_WIDTH));
  const head = `  ${colours.dim(place)}  ${label}  ${colours.dim(finding.rule.padEnd(widths.rule))}  ${first}`;
  return [head, ...rest.map((line) => " ".repeat(indent) + line)];
}

const LABELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };
const SEVERITY_WIDTH = LABELS.warning.length;

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 1 };

function gravest(findings: readonly Finding[]): number {
  return findings.reduce((gravest, { severity }) => Math.min(gravest, RANK[severity]), RANK.info);
}

function placeOf({ place }: Finding): string {
  return place ? `${place.line}:${place.column}` : "1:1";
}

function suffix(place: Finding["place"]): string {
  return place ? `:${place.line}:${place.column}` : "";
}

/** How often each rule is broken, and how to fix it: a line for each way of breaking it. */
function formatFixes(findings: readonly Finding[], { colours, width }: TextOptions): string {
  const ways = [...group(findings, ({ rule, mend }) => `${rule} ${mend}`).values()].sort(
    (a, b) => gravest(b) - gravest(a) || b.length - a.length,
  );
  if (ways.length === 0) return "";
  const widths = {
    rule: Math.max(...ways.map(([first]) => first?.rule.length ?? 0)),
    count: Math.max(...ways.map((own) => String(own.length).length)),
  };
  const indent = 2 + widths.rule + 2 + widths.count + 2;
  const lines = ways.flatMap((own) => {
    const { rule = "", mend = "" } = own[0] ?? {};
    const [first = "", ...rest] = width !== undefined && width - indent >= 30 ? wrap(mend, width - indent) : [mend];
    const count = String(own.length).padStart(widths.count);
    const head = `  ${colours.dim(rule.padEnd(widths.rule))}  ${count}  ${first}`;
    return [head, ...rest.map((line) => " ".repeat(indent) + line)];
  });
  return [colours.bold("How to fix it"), ...lines].join("\n");
}

function formatEnd(findings: readonly Finding[], { all, called = "pattern-press" }: TextOptions): string {
  if (findings.length === 0) return `Nothing to fix. Run ${called} build.`;
  const has = (severity: Severity): boolean => findings.some((finding) => finding.severity === severity);
  const hint = has("info") && !all ? " (check --all lists the notes)" : "";
  const next = has("error")
    ? "Fix the errors, or build with --keep-going to leave these files out."
    : `Nothing stands in the way of ${called} build.`;
  return `${countBySeverity(findings)}${hint}. ${next}`;
}

function group<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const own = groups.get(key);
    if (own) own.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
