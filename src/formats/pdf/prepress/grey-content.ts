import { ContentReader, operatorCode } from "./content-reader.js";
import { greyOf, greyOfInks, writeNumber } from "./grey.js";
import type { Rgb } from "./press-task.js";

/** What is written in the place of an operation; undefined where it stays. */
type Rewrite = (reader: ContentReader, solid: Rgb | undefined) => string | undefined;

const DEVICE_SPACES = new Set(["/DeviceRGB", "/DeviceCMYK"]);

/** The operations that are written anew, by their operators. */
const REWRITES: ReadonlyMap<number, Rewrite> = new Map<number, Rewrite>([
  [operatorCode("rg"), setGrey("g")],
  [operatorCode("RG"), setGrey("G")],
  [operatorCode("k"), setGrey("g")],
  [operatorCode("K"), setGrey("G")],
  ...["sc", "SC", "scn", "SCN"].map((name): [number, Rewrite] => [operatorCode(name), setGrey(name)]),
  ...["cs", "CS"].map((name): [number, Rewrite] => [operatorCode(name), setSpace(name)]),
  // Marked content says what is what to a reader's machine (ISO 32000-1, 14.6); a press has no use for it.
  ...["BDC", "BMC", "EMC", "MP", "DP"].map((name): [number, Rewrite] => [operatorCode(name), () => ""]),
]);

/**
 * A content stream in grey and without marks: every colour set in RGB or in four inks is set as its grey, all else
 * stays as it is, byte for byte.
 * @param solid a colour of red, green and blue that becomes black
 */
export function greyContent(content: Uint8Array, solid?: Rgb): Uint8Array {
  const reader = new ContentReader(content);
  const pieces: Uint8Array[] = [];
  let kept = 0;
  while (reader.next()) {
    const text = REWRITES.get(reader.operator)?.(reader, solid);
    if (text === undefined) continue;
    pieces.push(content.subarray(kept, reader.start), Buffer.from(text, "latin1"));
    kept = reader.end;
  }
  if (kept === 0) return content;
  pieces.push(content.subarray(kept));
  return Buffer.concat(pieces);
}

function setGrey(operator: string): Rewrite {
  return (reader, solid) => {
    const grey = greyOperand(reader, solid);
    return grey === undefined ? undefined : `${grey} ${operator}`;
  };
}

function setSpace(operator: string): Rewrite {
  return (reader) => (DEVICE_SPACES.has(reader.operand(0)) ? `/DeviceGray ${operator}` : undefined);
}

/** The grey of three or four operands; undefined where they are no colour of several components. */
function greyOperand(reader: ContentReader, solid: Rgb | undefined): string | undefined {
  if (reader.count !== 3 && reader.count !== 4) return undefined;
  const [first, second, third] = [reader.operand(0), reader.operand(1), reader.operand(2)];
  if (reader.count === 3 && first === second && second === third) return first;
  const numbers = [0, 1, 2, 3].slice(0, reader.count).map((index) => reader.number(index));
  if (numbers.some(Number.isNaN)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = numbers.map((value) => Math.min(Math.max(value, 0), 1));
  if (reader.count === 3 && solid && isNear(solid, [a, b, c])) return "0";
  return writeNumber(reader.count === 3 ? greyOf(a, b, c) : greyOfInks(a, b, c, d));
}

// Half of one step of eight bits: Chromium writes colours in such steps.
const NEAR = 1 / 510;

function isNear(colour: Rgb, other: Rgb): boolean {
  return colour.every((component, at) => Math.abs(component - (other[at] ?? 0)) < NEAR);
}
