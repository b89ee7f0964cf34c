/** The code of an operator: up to three characters in one number, so that no string is made of each. */
export function operatorCode(name: string): number {
  let code = 0;
  for (let index = 0; index < name.length; index++) code |= name.charCodeAt(index) << (8 * index);
  return code;
}

const INLINE_IMAGE = operatorCode("BI");
// An operator has three characters at most.
const LONGEST_OPERATOR = 3;
const LITERALS = new Set(["true", "false", "null"].map(wordCode));

const REGULAR = 0;
const SPACE = 1;
const DELIMITER = 2;
const NUMBER = 3;

/** ISO 32000-1, 7.2.2: white space and delimiters part tokens; a number begins with a digit, a sign or a point. */
const CLASSES = classifyBytes();

/** Reads the operations of a content stream one by one (ISO 32000-1, 7.8.2); bytes are skipped, not decoded. */
export class ContentReader {
  /** Code of the operator; 0 where the stream ends with operands only. */
  operator = 0;
  /** How many operands it has. */
  count = 0;
  /** Where the first operand, or the operator, begins. */
  start = 0;
  /** Behind the operator. */
  end = 0;
  readonly #bytes: Uint8Array;
  /** Where the operands begin; of an operation before, where there are more than `count`. */
  readonly #places: number[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Goes to the next operation; false behind the last. */
  next(): boolean {
    const bytes = this.#bytes;
    let count = 0;
    let at = skipSpace(bytes, this.end);
    this.start = at;
    while (at < bytes.length) {
      const behind = skipToken(bytes, at);
      if (CLASSES[bytes[at] ?? 0] === REGULAR) {
        const code = wordCodeAt(bytes, at, behind);
        if (behind - at <= LONGEST_OPERATOR || !LITERALS.has(code)) {
          this.operator = code;
          this.count = count;
          this.end = code === INLINE_IMAGE ? skipInlineImage(bytes, behind) : behind;
          return true;
        }
      }
      this.#places[count++] = at;
      at = skipSpace(bytes, behind);
    }
    this.operator = 0;
    this.count = count;
    this.end = at;
    return false;
  }

  /** The bytes of an operand as text; empty where there is none. */
  operand(index: number): string {
    const from = this.#places[index];
    if (from === undefined || index >= this.count) return "";
    let text = "";
    const behind = skipToken(this.#bytes, from);
    for (let at = from; at < behind; at++) text += String.fromCharCode(this.#bytes[at] ?? 0);
    return text;
  }

  /** An operand as a number; NaN where it is none. */
  number(index: number): number {
    return index < this.count ? Number(this.operand(index)) : Number.NaN;
  }
}

function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x25) {
      while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++;
    } else if (CLASSES[byte] === SPACE) at++;
    else break;
  }
  return at;
}

/** Behind the token that begins at `at`: a number, name, word, string, array or dictionary. */
function skipToken(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  if (CLASSES[byte] !== DELIMITER) return skipRegular(bytes, at + 1);
  switch (byte) {
    case 0x28: // (
      return skipString(bytes, at);
    case 0x3c: // <
      return bytes[at + 1] === 0x3c ? skipNested(bytes, at + 2, 0x3e) : skipHex(bytes, at);
    case 0x5b: // [
      return skipNested(bytes, at + 1, 0x5d);
    case 0x2f: // /
      return skipRegular(bytes, at + 1);
    default:
      return at + 1;
  }
}

function skipRegular(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const kind = CLASSES[bytes[at] ?? 0];
    if (kind === SPACE || kind === DELIMITER) break;
    at++;
  }
  return at;
}

/** ISO 32000-1, 7.3.4.2: brackets nest, a backslash escapes. */
function skipString(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x5c) at++;
    else if (byte === 0x28) depth++;
    else if (byte === 0x29 && --depth === 0) return at + 1;
  }
  return bytes.length;
}

function skipHex(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0x3e) at++;
  return Math.min(at + 1, bytes.length);
}

/** Behind the end of an array or a dictionary whose inside begins at `from`. */
function skipNested(bytes: Uint8Array, from: number, close: number): number {
  let at = skipSpace(bytes, from);
  while (at < bytes.length) {
    if (bytes[at] === close) {
      if (close === 0x5d) return at + 1;
      if (bytes[at + 1] === close) return at + 2;
    }
    at = skipSpace(bytes, skipToken(bytes, at));
  }
  return bytes.length;
}

/** ISO 32000-1, 8.9.7: from behind BI to behind the EI that stands between white space. */
function skipInlineImage(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 2 < bytes.length; at++) {
    const isEnd = bytes[at + 1] === 0x45 && bytes[at + 2] === 0x49 && CLASSES[bytes[at] ?? 0] === SPACE;
    if (isEnd && (at + 3 === bytes.length || CLASSES[bytes[at + 3] ?? 0] === SPACE)) return at + 3;
  }
  return bytes.length;
}

function classifyBytes(): Uint8Array {
  const classes = new Uint8Array(256);
  for (const space of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) classes[space] = SPACE;
  for (const delimiter of "()<>[]{}/%") classes[delimiter.charCodeAt(0)] = DELIMITER;
  for (const sign of "0123456789+-.") classes[sign.charCodeAt(0)] = NUMBER;
  return classes;
}

function wordCode(word: string): number {
  return wordCodeAt(new TextEncoder().encode(word), 0, word.length);
}

/** Three characters and, of a longer word, its length: no operator has more than three. */
function wordCodeAt(bytes: Uint8Array, from: number, behind: number): number {
  let code = behind - from > LONGEST_OPERATOR ? Math.min(behind - from, 127) << 24 : 0;
  for (let at = from; at < behind && at < from + LONGEST_OPERATOR; at++) code |= (bytes[at] ?? 0) << (8 * (at - from));
  return code;
}
