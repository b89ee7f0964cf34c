import type { PdfDict } from "@libpdf/core";
import type { Pdf } from "../open-pdf.js";
import type { Font } from "./font.js";
import { type Matrix, multiply, toMatrix } from "./matrix.js";
import type { Operand } from "./scan.js";
import type { Parting, TextLine } from "./text-line.js";

/** What is told of a page while it is read. */
export interface Listener {
  /** A glyph: what it stands for, undefined where nobody knows, and what parts it from the one before. */
  show(text: string | undefined, parting: Parting): void;
  /** Something is painted that is no text. */
  paint(): void;
  /** Marked content begins (ISO 32000-2, 14.6). */
  open(properties: ReadonlyMap<string, unknown>): void;
  close(): void;
}

/** What `q` saves and `Q` restores (8.4.2). */
export interface State {
  matrix: Matrix;
  font: Font | undefined;
  size: number;
  leading: number;
}

/** A stream of content while it is read. */
export interface Stream {
  pdf: Pdf;
  line: TextLine;
  listener: Listener;
  resources: PdfDict | undefined;
  state: State;
  saved: State[];
  fontOf(name: Operand | undefined): Font | undefined;
  propertiesOf(value: Operand | undefined): ReadonlyMap<string, unknown>;
  showObject(name: Operand | undefined): void;
}

type Operator = (stream: Stream, operands: readonly Operand[]) => void;

const TEXT: Readonly<Record<string, Operator>> = {
  BT: ({ line, state }) => line.begin(state.matrix),
  Tf({ state, fontOf }, [name, size]) {
    state.font = fontOf(name);
    state.size = numberOf(size);
  },
  TL({ state }, [leading]) {
    state.leading = numberOf(leading);
  },
  Tm: ({ line }, operands) => line.place(toMatrix(operands)),
  Td: ({ line }, [right, up]) => line.move(numberOf(right), numberOf(up)),
  TD({ line, state }, [right, up]) {
    state.leading = -numberOf(up);
    line.move(numberOf(right), numberOf(up));
  },
  "T*": nextLine,
  Tj: (stream, [text]) => show(stream, text),
  TJ(stream, [list]) {
    for (const item of Array.isArray(list) ? list : []) {
      if (typeof item === "number") stream.line.shift((-item / 1000) * stream.state.size);
      else show(stream, item);
    }
  },
  "'"(stream, [text]) {
    nextLine(stream);
    show(stream, text);
  },
  '"'(stream, [, , text]) {
    nextLine(stream);
    show(stream, text);
  },
};

const GRAPHICS: Readonly<Record<string, Operator>> = {
  q: ({ saved, state }) => saved.push({ ...state }),
  Q(stream) {
    stream.state = stream.saved.pop() ?? stream.state;
  },
  cm({ state }, operands) {
    state.matrix = multiply(toMatrix(operands), state.matrix);
  },
  Do: ({ showObject }, [name]) => showObject(name),
};

const MARKS: Readonly<Record<string, Operator>> = {
  BDC: ({ listener, propertiesOf }, [, properties]) => listener.open(propertiesOf(properties)),
  BMC: ({ listener }) => listener.open(new Map()),
  EMC: ({ listener }) => listener.close(),
};

// Paths, shadings, pictures within the stream.
const PAINTS = "f F f* B B* b b* S s sh ID".split(" ");

/** The operators that say what a page shows (ISO 32000-2, annex A); the others only say how. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ...Object.entries({ ...TEXT, ...GRAPHICS, ...MARKS }),
  ...PAINTS.map((operator): [string, Operator] => [operator, ({ listener }) => listener.paint()]),
]);

function nextLine({ line, state }: Stream): void {
  line.move(0, -state.leading);
}

function show({ line, listener, state: { font, size } }: Stream, text: Operand | undefined): void {
  if (typeof text !== "string" || !font) return;
  const { bytesPerCode } = font;
  for (let at = 0; at < text.length; at += bytesPerCode) {
    const first = text.charCodeAt(at);
    const code = bytesPerCode === 1 ? first : first * 256 + (text.charCodeAt(at + 1) || 0);
    listener.show(font.textOf(code), line.show(size, font.widthOf(code)));
  }
}

function numberOf(operand: Operand | undefined): number {
  return typeof operand === "number" ? operand : 0;
}
