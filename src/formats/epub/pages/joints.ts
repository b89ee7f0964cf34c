import type { Element, ElementContent } from "hast";
import { toString as toText } from "hast-util-to-string";

/** A child of an element, and whether the child before it has to stay with it. */
export interface Joint {
  child: ElementContent;
  tied: boolean;
}

// Letters: what is longer than this without an end of a sentence, or of a line, is divided between its words.
const RUN = 8_000;

// A sentence ends, with its quotation marks and brackets, before a blank or, in Chinese and Japanese, anywhere.
const SENTENCE = /(?<=[.!?…]["'”’»)\]]*\s)|(?<=[。！？])/u;
const WORD = /(?<=\s)/u;
const LINE = /(?<=\n)/u;
const LETTER = /(?=\P{M})/u;

/** Whether words stand in an element itself, not in blocks of it. */
export function holdsWords({ tagName, children }: Element): boolean {
  return tagName === "p" || children.some((child) => child.type === "text" && child.value.trim() !== "");
}

/** Where an element may be divided: its words between sentences, code between lines, rows where no cell crosses. */
export function listJoints(element: Element, isCode: boolean): Joint[] {
  if (element.tagName === "tbody") return tieRows(element);
  // Between blocks there is nothing but the line breaks of the source.
  if (!isCode && !holdsWords(element)) return element.children.filter(isShown).map((child) => ({ child, tied: false }));
  const between = isCode ? LINE : SENTENCE;
  const joints: Joint[] = [];
  let run = "";
  for (const child of element.children) {
    const pieces =
      child.type === "text" ? divideText(child.value, between).map((value) => ({ ...child, value })) : [child];
    for (const [at, piece] of pieces.entries()) {
      const tied = at === 0 && run !== "" && !endsRun(run, isCode);
      joints.push({ child: piece, tied });
      run = (tied ? run : "") + toText(piece);
    }
  }
  return joints;
}

/** Whether a sentence, or a line of code, ends with this; of a very long one a word is enough. */
function endsRun(run: string, isCode: boolean): boolean {
  const end = isCode ? /\n$/ : /[.!?…]["'”’»)\]]*\s+$|[。！？]$/u;
  return end.test(run.slice(-20)) || (run.length > RUN && /\s$/.test(run));
}

/** Cells that reach over several rows hold these together. */
function tieRows({ children }: Element): Joint[] {
  let reach = 0;
  return children.filter(isShown).map((child, row) => {
    const cells = child.type === "element" ? child.children : [];
    const tied = row < reach;
    for (const cell of cells) {
      if (cell.type === "element") reach = Math.max(reach, row + Number(cell.properties.rowSpan ?? 1));
    }
    return { child, tied };
  });
}

function isShown(child: ElementContent): boolean {
  return child.type === "element" || (child.type === "text" && child.value.trim() !== "");
}

/** Text between its sentences or lines; one that is very long between words, or else between letters. */
function divideText(text: string, between: RegExp): string[] {
  return text.split(between).flatMap((piece) => (piece.length > RUN ? fill(piece.split(WORD).flatMap(cut)) : [piece]));
}

function cut(word: string): string[] {
  return word.length > RUN ? fill(word.split(LETTER)) : [word];
}

/** Pieces joined to runs of about the same length. */
function fill(pieces: readonly string[]): string[] {
  const runs: string[] = [""];
  for (const piece of pieces) {
    const last = runs.at(-1) ?? "";
    if (last !== "" && last.length + piece.length > RUN) runs.push(piece);
    else runs[runs.length - 1] = last + piece;
  }
  return runs;
}
