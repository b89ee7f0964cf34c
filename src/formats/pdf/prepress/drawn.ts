import { PDFArray, type PDFDict, PDFName, type PDFPage, PDFRawStream } from "@cantoo/pdf-lib";
import { contentsOf, dictionaryOf, readStream } from "../../../print/streams.js";
import { ContentReader, operatorCode } from "./content-reader.js";
import { type Matrix, matrixOf, multiply } from "./matrix.js";
import type { Box } from "./press-boxes.js";

/** What is drawn at one place of a page. */
export type Drawn =
  | {
      kind: "type";
      /** In points, as printed. */
      size: number;
      grey: Grey;
    }
  | {
      kind: "area";
      /** Round what of it is to be seen, in the space of the page. */
      box: Box;
      grey: Grey;
    };

/** 0 for black, 1 for white; undefined where it is no one grey. */
type Grey = number | undefined;

interface State {
  matrix: Matrix;
  clip: Box;
  fill: Grey;
  stroke: Grey;
  fontSize: number;
  /** Of ISO 32000-1, 9.3.6. */
  renderingMode: number;
}

interface Pen {
  state: State;
  saved: State[];
  textMatrix: Matrix;
  /** Round the path so far, in the space of the page. */
  path: Box | undefined;
  clips: boolean;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const EVERYWHERE: Box = [-Infinity, -Infinity, Infinity, Infinity];
const INVISIBLE = 3;
// A form may not draw itself; a file that says it does is not followed for ever.
const DEEPEST = 12;

type Step = (pen: Pen, reader: ContentReader, resources: PDFDict | undefined, depth: number) => Iterable<Drawn>;

/** Type and areas of a page that is in grey already, in their order. */
export function* drawnOn(page: PDFPage): Generator<Drawn> {
  const start: State = { matrix: IDENTITY, clip: EVERYWHERE, fill: 0, stroke: 0, fontSize: 0, renderingMode: 0 };
  const streams = contentsOf(page).flatMap((stream) => [Buffer.from(readStream(stream)), Buffer.from("\n")]);
  yield* drawnIn(Buffer.concat(streams), page.node.Resources(), start, 0);
}

function* drawnIn(content: Uint8Array, resources: PDFDict | undefined, start: State, depth: number): Generator<Drawn> {
  if (depth > DEEPEST) return;
  const reader = new ContentReader(content);
  const pen: Pen = { state: { ...start }, saved: [], textMatrix: IDENTITY, path: undefined, clips: false };
  while (reader.next()) {
    const step = STEPS.get(reader.operator);
    if (step) yield* step(pen, reader, resources, depth);
  }
}

/** A step that draws nothing. */
function quietly(step: (pen: Pen, reader: ContentReader) => void): Step {
  return (pen, reader) => {
    step(pen, reader);
    return [];
  };
}

const STEPS: ReadonlyMap<number, Step> = new Map<number, Step>([
  [operatorCode("q"), quietly((pen) => pen.saved.push({ ...pen.state }))],
  [operatorCode("Q"), quietly((pen) => Object.assign(pen, { state: pen.saved.pop() ?? pen.state }))],
  [
    operatorCode("cm"),
    quietly((pen, reader) => {
      pen.state.matrix = multiply(matrixIn(reader), pen.state.matrix);
    }),
  ],
  ...each(["g", "sc", "scn", "rg", "k"], (): Step => quietly((pen, reader) => (pen.state.fill = greyIn(reader)))),
  ...each(["G", "SC", "SCN", "RG", "K"], (): Step => quietly((pen, reader) => (pen.state.stroke = greyIn(reader)))),
  ...each(["m", "l", "c", "v", "y"], (): Step => quietly(addPoints)),
  [operatorCode("re"), quietly(addRectangle)],
  ...each(["W", "W*"], (): Step => quietly((pen) => (pen.clips = true))),
  ...each(["f", "F", "f*", "B", "B*", "b", "b*"], (): Step => (pen) => endPath(pen, pen.state.fill)),
  ...each(["S", "s"], (): Step => (pen) => endPath(pen, pen.state.stroke)),
  [operatorCode("n"), (pen) => endPath(pen, 1)],
  [operatorCode("sh"), ({ state: { clip } }) => [{ kind: "area", box: clip, grey: undefined }]],
  [operatorCode("Do"), drawObject],
  [operatorCode("BT"), quietly((pen) => (pen.textMatrix = IDENTITY))],
  [operatorCode("Tm"), quietly((pen, reader) => (pen.textMatrix = matrixIn(reader)))],
  [operatorCode("Tf"), quietly((pen, reader) => (pen.state.fontSize = reader.number(1)))],
  [operatorCode("Tr"), quietly((pen, reader) => (pen.state.renderingMode = reader.number(0)))],
  ...each(["Tj", "TJ", "'", '"'], (): Step => showType),
]);

function each(names: readonly string[], step: () => Step): [number, Step][] {
  return names.map((name) => [operatorCode(name), step()]);
}

function* showType({ state, textMatrix }: Pen): Generator<Drawn> {
  if (state.renderingMode === INVISIBLE) return;
  const [, , c, d] = multiply(textMatrix, state.matrix);
  const grey = state.renderingMode === 1 ? state.stroke : state.fill;
  yield { kind: "type", size: Math.abs(state.fontSize) * Math.hypot(c, d), grey };
}

function* drawObject(pen: Pen, reader: ContentReader, resources: PDFDict | undefined, depth: number): Generator<Drawn> {
  const { state } = pen;
  const table = resources?.lookup(PDFName.of("XObject"));
  const object = dictionaryOf(table)?.lookup(PDFName.of(reader.operand(0).slice(1)));
  if (!(object instanceof PDFRawStream)) return;
  if (object.dict.get(PDFName.of("Subtype")) === PDFName.of("Image")) {
    yield* visible(round([0, 0, 1, 1], state.matrix), state.clip, undefined);
    return;
  }
  const matrix = multiply(matrixOf(object.dict), state.matrix);
  const bounds = object.dict.lookup(PDFName.of("BBox"));
  const clip = bounds instanceof PDFArray ? common(round(boxOf(bounds), matrix), state.clip) : state.clip;
  const own = dictionaryOf(object.dict.lookup(PDFName.of("Resources")));
  yield* drawnIn(readStream(object), own ?? resources, { ...state, matrix, clip }, depth + 1);
}

function* endPath(pen: Pen, grey: Grey): Generator<Drawn> {
  const { path, clips, state } = pen;
  pen.path = undefined;
  pen.clips = false;
  if (!path) return;
  yield* visible(path, state.clip, grey);
  if (clips) state.clip = common(path, state.clip);
}

function* visible(box: Box, clip: Box, grey: Grey): Generator<Drawn> {
  const [left, bottom, right, top] = common(box, clip);
  if (grey !== 1 && right >= left && top >= bottom) yield { kind: "area", box: [left, bottom, right, top], grey };
}

function addPoints(pen: Pen, reader: ContentReader): void {
  for (let at = 0; at + 1 < reader.count; at += 2) addPoint(pen, reader.number(at), reader.number(at + 1));
}

function addRectangle(pen: Pen, reader: ContentReader): void {
  const [x, y, width, height] = [0, 1, 2, 3].map((at) => reader.number(at));
  if (x === undefined || y === undefined || width === undefined || height === undefined) return;
  for (const [dx, dy] of [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
  ] as const) {
    addPoint(pen, x + dx, y + dy);
  }
}

function addPoint(pen: Pen, x: number, y: number): void {
  const [a, b, c, d, e, f] = pen.state.matrix;
  const point = [a * x + c * y + e, b * x + d * y + f] as const;
  const [left, bottom, right, top] = pen.path ?? [Infinity, Infinity, -Infinity, -Infinity];
  pen.path = [Math.min(left, point[0]), Math.min(bottom, point[1]), Math.max(right, point[0]), Math.max(top, point[1])];
}

/** The box round a box that a matrix has moved and turned. */
function round([left, bottom, right, top]: Box, [a, b, c, d, e, f]: Matrix): Box {
  const corners = [left, right].flatMap((x) =>
    [bottom, top].map((y) => [a * x + c * y + e, b * x + d * y + f] as const),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function common(one: Box, other: Box): Box {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}

function boxOf(array: PDFArray): Box {
  const { x, y, width, height } = array.asRectangle();
  return [x, y, x + width, y + height];
}

/** Of one component; a colour of several, or of a pattern, is no one grey. */
function greyIn(reader: ContentReader): Grey {
  const grey = reader.count === 1 ? reader.number(0) : Number.NaN;
  return Number.isNaN(grey) ? undefined : grey;
}

function matrixIn(reader: ContentReader): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = [0, 1, 2, 3, 4, 5].map((at) => reader.number(at) || 0);
  return [a, b, c, d, e, f];
}
