/** The code of an operator: up to three characters in one number, so that no string is made of each. */
export function operatorCode(name: string): number {
  let code = 0;
  for (let index = 0; index < name.length; index++) code |= name.charCodeAt(index) << (8 * index);
  return code;
}

const INLINE_IMAGE = operatorCode("BI");
const LITERALS = new Set(["true", "false", "null"].map(wordCode));

const SPACE = 1;
const DELIMITER = 2;

/** ISO 32000-1, 7.2.2: white space and delimiters part tokens; all other bytes are regular. */
const CLASSES = classifyBytes();

/** Reads the operations of a content stream one by one (ISO 32000-1, 7.8.2); bytes are skipped, not decoded. */
export class ContentReader {
  /** Code of the operator; 0 where the stream ends with operands only. */
  operator = 0;
  /** Where the first operand, or the operator, begins. */
  start = 0;
  /** Where the operator begins. */
  operatorStart = 0;
  /** Behind the operator. */
  end = 0;
  /** Where each operand begins. */
  readonly operands: number[] = [];
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Goes to the next operation; false behind the last. */
  next(): boolean {
    this.operands.length = 0;
    this.start = this.#skipSpace(this.end);
    let at = this.start;
    while (at < this.#bytes.length) {
      const behind = this.#skipToken(at);
      if (this.#isWord(at)) {
        const code = wordCodeAt(this.#bytes, at, behind);
        if (!LITERALS.has(code)) {
          this.operator = code;
          this.operatorStart = at;
          this.end = code === INLINE_IMAGE ? this.#skipInlineImage(behind) : behind;
          return true;
        }
      }
      this.operands.push(at);
      at = this.#skipSpace(behind);
    }
    this.operator = 0;
    this.operatorStart = at;
    this.end = at;
    return false;
  }

  /** The bytes of an operand as text. */
  operand(index: number): string {
    const from = this.operands[index];
    if (from === undefined) return "";
    let text = "";
    const behind = this.#skipToken(from);
    for (let at = from; at < behind; at++) text += String.fromCharCode(this.#bytes[at] ?? 0);
    return text;
  }

  /** An operand as a number; NaN where it is none. */
  number(index: number): number {
    return Number(this.operand(index));
  }

  #isWord(at: number): boolean {
    const byte = this.#bytes[at] ?? 0;
    if (CLASSES[byte] !== 0) return false;
    return !((byte >= 0x30 && byte <= 0x39) || byte === 0x2e || byte === 0x2d || byte === 0x2b);
  }

  #skipSpace(from: number): number {
    const bytes = this.#bytes;
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
  #skipToken(at: number): number {
    switch (this.#bytes[at]) {
      case 0x28: // (
        return this.#skipString(at);
      case 0x3c: // <
        return this.#bytes[at + 1] === 0x3c ? this.#skipNested(at + 2, 0x3e) : this.#skipHex(at);
      case 0x5b: // [
        return this.#skipNested(at + 1, 0x5d);
      case 0x2f: // /
        return this.#skipRegular(at + 1);
      default:
        return Math.max(this.#skipRegular(at), at + 1);
    }
  }

  #skipRegular(from: number): number {
    let at = from;
    while (at < this.#bytes.length && CLASSES[this.#bytes[at] ?? 0] === 0) at++;
    return at;
  }

  /** ISO 32000-1, 7.3.4.2: brackets nest, a backslash escapes. */
  #skipString(from: number): number {
    let depth = 0;
    for (let at = from; at < this.#bytes.length; at++) {
      const byte = this.#bytes[at];
      if (byte === 0x5c) at++;
      else if (byte === 0x28) depth++;
      else if (byte === 0x29 && --depth === 0) return at + 1;
    }
    return this.#bytes.length;
  }

  #skipHex(from: number): number {
    const end = this.#bytes.indexOf(0x3e, from);
    return end === -1 ? this.#bytes.length : end + 1;
  }

  /** Behind the end of an array or a dictionary whose inside begins at `from`. */
  #skipNested(from: number, close: number): number {
    let at = this.#skipSpace(from);
    while (at < this.#bytes.length) {
      if (this.#bytes[at] === close) {
        if (close === 0x5d) return at + 1;
        if (this.#bytes[at + 1] === close) return at + 2;
      }
      at = this.#skipSpace(this.#skipToken(at));
    }
    return this.#bytes.length;
  }

  /** ISO 32000-1, 8.9.7: from behind BI to behind the EI that stands between white space. */
  #skipInlineImage(from: number): number {
    const bytes = this.#bytes;
    for (let at = from; at + 2 < bytes.length; at++) {
      const isEnd = bytes[at + 1] === 0x45 && bytes[at + 2] === 0x49 && CLASSES[bytes[at] ?? 0] === SPACE;
      if (isEnd && (at + 3 === bytes.length || CLASSES[bytes[at + 3] ?? 0] === SPACE)) return at + 3;
    }
    return bytes.length;
  }
}

function classifyBytes(): Uint8Array {
  const classes = new Uint8Array(256);
  for (const space of [0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]) classes[space] = SPACE;
  for (const delimiter of "()<>[]{}/%") classes[delimiter.charCodeAt(0)] = DELIMITER;
  return classes;
}

function wordCode(word: string): number {
  return wordCodeAt(new TextEncoder().encode(word), 0, word.length);
}

/** Three characters and, of a longer word, its length: no operator has more than three. */
function wordCodeAt(bytes: Uint8Array, from: number, behind: number): number {
  let code = behind - from > 3 ? Math.min(behind - from, 127) << 24 : 0;
  for (let at = from; at < behind && at < from + 3; at++) code |= (bytes[at] ?? 0) << (8 * (at - from));
  return code;
}
