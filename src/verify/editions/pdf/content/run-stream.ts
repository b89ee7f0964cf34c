import { PdfDict, PdfNumber, PdfStream, PdfString } from "@libpdf/core";
import { numbersOf, type Pdf } from "../open-pdf.js";
import { type Font, readFont } from "./font.js";
import { type Matrix, multiply, toMatrix } from "./matrix.js";
import { type Listener, OPERATORS, type Stream } from "./operators.js";
import { Name, type Operand, scan } from "./scan.js";
import type { TextLine } from "./text-line.js";

/** Fonts by the object they stand in: pages share them. */
export type Fonts = Map<PdfDict, Font>;

export interface Reader {
  pdf: Pdf;
  fonts: Fonts;
  line: TextLine;
  listener: Listener;
}

// A form may show forms; one that shows itself would have no end.
const DEEPEST = 12;
const NONE: ReadonlyMap<string, unknown> = new Map();

/**
 * Reads a stream of content, and the forms that it shows.
 * @param matrix from its space to the page's
 */
export function runStream(
  reader: Reader,
  bytes: Uint8Array,
  resources: PdfDict | undefined,
  matrix: Matrix,
  depth = 0,
): void {
  const { pdf, line, listener } = reader;
  const resource = (kind: string, name: Operand | undefined): unknown =>
    name instanceof Name ? resources?.getDict(kind, pdf.resolve)?.get(name.name, pdf.resolve) : undefined;
  const fonts = new Map<Operand | undefined, Font | undefined>();
  const stream: Stream = {
    pdf,
    line,
    listener,
    resources,
    state: { matrix, font: undefined, size: 0, leading: 0 },
    saved: [],
    fontOf(name) {
      if (!fonts.has(name)) fonts.set(name, openFont(reader, resource("Font", name)));
      return fonts.get(name);
    },
    propertiesOf(value) {
      if (value instanceof Map) return value;
      const named = resource("Properties", value);
      return named instanceof PdfDict ? entriesOf(named, pdf) : NONE;
    },
    showObject(name) {
      const object = resource("XObject", name);
      if (!(object instanceof PdfStream)) return;
      if (object.getName("Subtype")?.value !== "Form") listener.paint();
      else if (depth < DEEPEST) {
        const within = object.getDict("Resources", pdf.resolve) ?? resources;
        runStream(reader, object.getDecodedData(), within, matrixOf(object, stream.state.matrix, pdf), depth + 1);
      }
    },
  };
  scan(bytes, (operator, operands) => OPERATORS.get(operator)?.(stream, operands));
}

function matrixOf(form: PdfStream, outer: Matrix, pdf: Pdf): Matrix {
  const own = form.getArray("Matrix", pdf.resolve);
  return own ? multiply(toMatrix(numbersOf(pdf, own)), outer) : outer;
}

function openFont({ pdf, fonts }: Reader, object: unknown): Font | undefined {
  if (!(object instanceof PdfDict)) return undefined;
  const font = fonts.get(object) ?? readFont(pdf, object);
  fonts.set(object, font);
  return font;
}

/** The entries of a property list that are numbers or strings. */
function entriesOf(dict: PdfDict, { resolve }: Pdf): ReadonlyMap<string, unknown> {
  return new Map(
    [...dict].map(([{ value: key }]): [string, unknown] => {
      const entry = dict.get(key, resolve);
      if (entry instanceof PdfNumber) return [key, entry.value];
      return [key, entry instanceof PdfString ? Buffer.from(entry.bytes).toString("latin1") : undefined];
    }),
  );
}
