import { ContentReader, operatorCode } from "./content-reader.js";
import { greyOf, greyOfInks, writeNumber } from "./grey.js";

/** Operators that set a colour by its components, and the one that sets the grey in their place. */
const COLOUR_OPERATORS: ReadonlyMap<number, string> = new Map(
  [
    ["rg", "g"],
    ["RG", "G"],
    ["k", "g"],
    ["K", "G"],
    ["sc", "sc"],
    ["SC", "SC"],
    ["scn", "scn"],
    ["SCN", "SCN"],
  ].map(([operator = "", grey = ""]) => [operatorCode(operator), grey]),
);

const SPACE_OPERATORS = new Set(["cs", "CS"].map(operatorCode));
const DEVICE_SPACES = new Set(["/DeviceRGB", "/DeviceCMYK"]);

/** Marked content says what is what to a reader's machine (ISO 32000-1, 14.6); a press has no use for it. */
const MARKS = new Set(["BDC", "BMC", "EMC", "MP", "DP"].map(operatorCode));

/**
 * A content stream in grey and without marks: every colour set in RGB or in four inks is set as its grey, all else
 * stays as it is, byte for byte.
 */
export function greyContent(content: Uint8Array): Uint8Array {
  const reader = new ContentReader(content);
  const pieces: Uint8Array[] = [];
  let kept = 0;
  const replace = (text: string): void => {
    pieces.push(content.subarray(kept, reader.start), new TextEncoder().encode(text));
    kept = reader.end;
  };
  while (reader.next()) {
    const grey = COLOUR_OPERATORS.get(reader.operator);
    if (grey !== undefined) {
      const value = greyOperand(reader);
      if (value !== undefined) replace(`${value} ${grey}`);
    } else if (MARKS.has(reader.operator)) replace("");
    else if (SPACE_OPERATORS.has(reader.operator) && DEVICE_SPACES.has(reader.operand(0))) {
      replace(`/DeviceGray ${reader.operator === operatorCode("cs") ? "cs" : "CS"}`);
    }
  }
  if (kept === 0) return content;
  pieces.push(content.subarray(kept));
  return Buffer.concat(pieces);
}

/** The grey of three or four operands; undefined where they are no colour of several components. */
function greyOperand(reader: ContentReader): string | undefined {
  const { length } = reader.operands;
  if (length !== 3 && length !== 4) return undefined;
  const [first, second, third] = [reader.operand(0), reader.operand(1), reader.operand(2)];
  if (length === 3 && first === second && second === third) return first;
  const numbers = reader.operands.map((_, index) => reader.number(index));
  if (numbers.some(Number.isNaN)) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = numbers.map((value) => Math.min(Math.max(value, 0), 1));
  return writeNumber(length === 3 ? greyOf(a, b, c) : greyOfInks(a, b, c, d));
}
