import { PdfDict } from "@libpdf/core";
import { bytesOf, inherited, type Pdf } from "../open-pdf.js";
import { isFromRight, logicalOrder, visualOrder } from "./logical-order.js";
import { IDENTITY } from "./matrix.js";
import type { Listener } from "./operators.js";
import { type Fonts, runStream } from "./run-stream.js";
import { openTextLine } from "./text-line.js";

/** What a marked content of a page shows. */
export interface Content {
  /** Lines begin with a newline. */
  text: string;
  /** Whether anything is painted that is no text: a picture or a shape. */
  isPainted: boolean;
}

/** What no number names: furniture of the page, such as running heads. */
export const FURNITURE = -1;
// A glyph that nobody can name.
const UNKNOWN = "\ufffd";

/** What a page shows, by the numbers that the structure has for its marked content (ISO 32000-2, 14.7.5.1). */
export function readContent(pdf: Pdf, page: PdfDict, fonts: Fonts): Map<number, Content> {
  const contents = new Map<number, Content>();
  const bytes = bytesOf(pdf, page.get("Contents"));
  if (!bytes) return contents;
  const listener = listen(contents);
  const resources = inherited(pdf, page, "Resources");
  const own = resources instanceof PdfDict ? resources : undefined;
  runStream({ pdf, fonts, line: openTextLine(), listener }, bytes, own, IDENTITY);
  listener.end();
  return contents;
}

interface Mark {
  id: number;
  /** What is said instead of what is shown (14.9.4); empty once it was said. */
  actual: string | undefined;
}

function listen(contents: Map<number, Content>): Listener & { end(): void } {
  const marks: Mark[] = [];
  let mark: Mark = { id: FURNITURE, actual: undefined };
  let run = "";
  const content = (): Content => {
    const known = contents.get(mark.id) ?? { text: "", isPainted: false };
    contents.set(mark.id, known);
    return known;
  };
  const endRun = (): void => {
    if (run !== "") content().text += logicalOrder(run);
    run = "";
  };
  return {
    show(text, parting) {
      const said = mark.actual ?? text ?? UNKNOWN;
      if (mark.actual !== undefined) mark.actual = "";
      if (parting === "\n") endRun();
      // The points of Arabic letters are glyphs of their own, set back and forth.
      if (parting !== " " || !isFromRight(said)) run += parting;
      run += visualOrder(said);
    },
    paint() {
      content().isPainted = true;
    },
    open(properties) {
      const id = properties.get("MCID");
      const actual = textOf(properties.get("ActualText"));
      marks.push(mark);
      if (typeof id === "number") {
        endRun();
        mark = { id, actual };
      } else if (mark.actual === undefined) mark = { id: mark.id, actual };
    },
    close() {
      const outer = marks.pop();
      if (outer && outer.id !== mark.id) endRun();
      mark = outer ?? mark;
    },
    end: endRun,
  };
}

/** A text string of PDF (7.9.2.2): UTF-16 where it begins so, else bytes that are read as Latin letters. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  if (!value.startsWith("\u00fe\u00ff")) return value;
  return Buffer.from(value.slice(2, value.length - (value.length % 2)), "latin1")
    .swap16()
    .toString("utf16le");
}
