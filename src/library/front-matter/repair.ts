import { type Document, LineCounter, parseDocument } from "yaml";
import type { Observation } from "../pattern.js";
import type { Point } from "../point.js";
import { aliasToNothing } from "./failures.js";
import { type Doubtful, findDoubtful } from "./meant.js";
import { type RepairedLine, repairEntry, repairLine } from "./repair-lines.js";
import { describeSyntax } from "./syntax.js";

/** YAML that parses, repaired where values were clearly meant as text. */
export interface RepairedYaml {
  document: Document.Parsed;
  /** The point in the file of an offset in the document. */
  at(offset: number): Point;
  observations: Observation[];
}

// More repairs than this are no slips any more; each costs one more parse.
const MOST_REPAIRS = 60;
// A line may need two repairs: a missing blank, and missing quotes.
const MOST_REPAIRS_IN_A_LINE = 2;

/**
 * Parses YAML whose first line is line `firstLine` of its file. A line whose value was meant as text (`a: b: c`,
 * `*bold*`, `Issue #1`) is put in quotes, and observed: nothing of it is lost, and no other line is touched.
 * @throws SourceError where it is not valid.
 */
export function parseRepaired(yaml: string, firstLine: number): RepairedYaml {
  const lines = yaml.split("\n");
  const repairs: Repair[] = [];
  for (;;) {
    const parsed = parseLines(lines);
    const helped = [...linesInDoubt(parsed)].map(([index, isEntry]) => repair(lines, index, isEntry, repairs));
    if (!helped.includes(true)) return settle(parsed, { yaml, firstLine, repairs });
  }
}

interface Repair extends RepairedLine {
  /** Of its line, from 0. */
  index: number;
}

interface ParsedLines {
  document: Document.Parsed;
  doubts: Doubtful[];
  source: string;
  /** Line and column of an offset, both from 0. */
  locate(offset: number): { index: number; column: number };
}

function parseLines(lines: readonly string[]): ParsedLines {
  const source = lines.join("\n");
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, uniqueKeys: true, prettyErrors: false, logLevel: "error" });
  const locate = (offset: number): { index: number; column: number } => {
    const { line, col } = lineCounter.linePos(offset);
    return { index: line - 1, column: col - 1 };
  };
  const doubts = document.errors.length > 0 ? [] : findDoubtful(document, source);
  return { document, doubts, source, locate };
}

/** Lines that may hold a mistake, from 0, and whether a whole entry of a list is one. */
function linesInDoubt({ document: { errors }, doubts, locate }: ParsedLines): Map<number, boolean> {
  const [error] = errors;
  if (error) return new Map(error.code === "DUPLICATE_KEY" ? [] : [[locate(error.pos[0]).index, false]]);
  const meant = doubts.filter(({ kind }) => kind !== "remark" && kind !== "curly-quotes");
  return new Map(meant.map(({ line, isEntry }) => [locate(line).index, isEntry ?? false]));
}

/** Repairs a line that shows a mistake. Returns whether it did. */
function repair(lines: string[], index: number, isEntry: boolean, repairs: Repair[]): boolean {
  const before = repairs.filter((one) => one.index === index).length;
  if (repairs.length >= MOST_REPAIRS || before >= MOST_REPAIRS_IN_A_LINE) return false;
  const repaired = (isEntry ? repairEntry : repairLine)(lines[index] ?? "");
  if (!repaired) return false;
  lines[index] = repaired.line;
  repairs.push({ ...repaired, index });
  return true;
}

function settle(
  { document, doubts, source, locate }: ParsedLines,
  { yaml, firstLine, repairs }: { yaml: string; firstLine: number; repairs: readonly Repair[] },
): RepairedYaml {
  const at = (offset: number): Point => {
    const { index, column } = locate(offset);
    return { line: index + firstLine, column: column + 1 };
  };
  const [error] = document.errors;
  // A repair that did not help does not count: the mistake is reported as it stands in the file.
  const isRepaired = error && repairs.some(({ index }) => index === locate(error.pos[0]).index);
  if (error && isRepaired) throw describeSyntax(parseLines(yaml.split("\n")).document, yaml, at);
  if (error) throw describeSyntax(document, source, at);
  const said = repairs.map(
    ({ index, column, text, kind }): Observation => ({
      rule: "values-are-quoted",
      place: { line: index + firstLine, column: column + 1 },
      found: text,
      detail: kind,
    }),
  );
  // An entry that is a map of its own may be one.
  const doubted = doubts
    .filter(({ isEntry }) => !isEntry)
    .map(({ kind, offset }): Observation => {
      const [found = ""] = source.slice(offset).split("\n");
      if (kind === "alias") throw aliasToNothing(at(offset), found);
      return { rule: "values-are-quoted", place: at(offset), found, detail: kind === "comment" ? "remark" : kind };
    });
  return { document, at, observations: [...said, ...doubted] };
}
