import { type Document, LineCounter, parseDocument } from "yaml";
import type { Observation } from "../pattern.js";
import type { Point } from "../point.js";
import { aliasToNothing } from "./failures.js";
import { type Doubtful, findDoubtful } from "./meant.js";
import { type MendedLine, mendEntry, mendLine } from "./mistakes.js";
import { describeSyntax } from "./syntax.js";

/** YAML that parses, mended where values were plainly meant as text. */
export interface MendedYaml {
  document: Document.Parsed;
  /** The point in the file of an offset in the document. */
  at(offset: number): Point;
  observations: Observation[];
}

// More than this is no slip of the pen; each costs a parse.
const MOST_MENDED = 60;
// A line may lack a blank, and quotes as well.
const MOST_MENDED_IN_A_LINE = 2;

/**
 * Parses YAML whose first line is line `firstLine` of its file. A line whose value was meant as text (`a: b: c`,
 * `*bold*`, `Issue #1`) is put in quotes, and observed: nothing of it is lost, and no other line is touched.
 * @throws SourceError where it is not valid.
 */
export function parseMended(yaml: string, firstLine: number): MendedYaml {
  const lines = yaml.split("\n");
  const mends: Mend[] = [];
  for (;;) {
    const parsed = parseLines(lines);
    const helped = [...linesInDoubt(parsed)].map(([index, isEntry]) => mend(lines, index, isEntry, mends));
    if (!helped.includes(true)) return settle(parsed, { yaml, firstLine, mends });
  }
}

interface Mend extends MendedLine {
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

/** Mends a line where it shows a mistake; whether it did. */
function mend(lines: string[], index: number, isEntry: boolean, mends: Mend[]): boolean {
  const before = mends.filter((one) => one.index === index).length;
  if (mends.length >= MOST_MENDED || before >= MOST_MENDED_IN_A_LINE) return false;
  const mended = (isEntry ? mendEntry : mendLine)(lines[index] ?? "");
  if (!mended) return false;
  lines[index] = mended.line;
  mends.push({ ...mended, index });
  return true;
}

function settle(
  { document, doubts, source, locate }: ParsedLines,
  { yaml, firstLine, mends }: { yaml: string; firstLine: number; mends: readonly Mend[] },
): MendedYaml {
  const at = (offset: number): Point => {
    const { index, column } = locate(offset);
    return { line: index + firstLine, column: column + 1 };
  };
  const [error] = document.errors;
  // A mend that did not help is none: the mistake is told as it stands in the file.
  const isMended = error && mends.some(({ index }) => index === locate(error.pos[0]).index);
  if (error && isMended) throw describeSyntax(parseLines(yaml.split("\n")).document, yaml, at);
  if (error) throw describeSyntax(document, source, at);
  const said = mends.map(
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
