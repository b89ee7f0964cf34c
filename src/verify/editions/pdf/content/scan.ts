/*
 * The words of a content stream (ISO 32000-2, 7.2 and 7.8.2): operands, then the operator that takes them. Written for speed:
 * a page of print has some three thousand.
 */

/** A name, without its slash. */
export class Name {
  constructor(readonly name: string) {}
}

/** Of strings each byte is a character. */
export type Operand = number | string | Name | Operand[] | ReadonlyMap<string, Operand>;

const SPACE = 1;
const DELIMITER = 2;
const KINDS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) KINDS[byte] = SPACE;
for (const sign of "()<>[]{}/%") KINDS[sign.charCodeAt(0)] = DELIMITER;

const codeOf = (sign: string): number => sign.charCodeAt(0);
const OPEN = codeOf("(");
const CLOSE = codeOf(")");
const LESS = codeOf("<");
const GREATER = codeOf(">");
const BEGIN = codeOf("[");
const END = codeOf("]");
const SLASH = codeOf("/");
const PERCENT = codeOf("%");
const BACKSLASH = codeOf("\\");
const ZERO = codeOf("0");
const NINE = codeOf("9");
const MINUS = codeOf("-");
const PLUS = codeOf("+");
const POINT = codeOf(".");
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
// The bytes of a picture stand between `ID` and `EI`, whatever they are (8.9.7).
const PICTURE_BEGINS = "ID";
const PICTURE_ENDS = /[\s\0]EI(?=[\s\0]|$)/g;

/** Calls `run` for each operator, with what stands before it; the list of operands is one, filled anew each time. */
export function scan(bytes: Uint8Array, run: (operator: string, operands: readonly Operand[]) => void): void {
  const names = new Map<string, Name>();
  const words = new Map<number, string>();
  const operands: Operand[] = [];
  let at = 0;

  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    const operand = readOperand(byte);
    if (operand !== undefined) operands.push(operand);
    else if (isRegular(byte)) {
      const operator = readWord();
      if (operator === PICTURE_BEGINS) skipPicture();
      run(operator, operands);
      operands.length = 0;
    } else at++;
  }

  function readOperand(byte: number): Operand | undefined {
    if ((byte >= ZERO && byte <= NINE) || byte === MINUS || byte === POINT || byte === PLUS) return readNumber();
    if (byte === LESS) return bytes[at + 1] === LESS ? readMap() : readHex();
    if (byte === SLASH) return readName();
    if (byte === OPEN) return readText();
    if (byte === BEGIN) return readList();
    if (byte === PERCENT) skipComment();
    return undefined;
  }

  function isRegular(byte: number): boolean {
    return KINDS[byte] === 0;
  }

  function readNumber(): number {
    let isNegative = false;
    let value = 0;
    let scale = 0;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= ZERO && byte <= NINE) {
        value = value * 10 + byte - ZERO;
        scale *= 10;
      } else if (byte === POINT) scale = 1;
      else if (byte === MINUS) isNegative = true;
      else if (byte !== PLUS) break;
    }
    if (scale > 1) value /= scale;
    return isNegative ? -value : value;
  }

  /** An operator: one text for all that are written alike. */
  function readWord(): string {
    const start = at;
    let key = 0;
    while (at < bytes.length && KINDS[bytes[at] ?? 0] === 0) key = key * 256 + (bytes[at++] ?? 0);
    const isShort = at - start <= 3;
    const known = isShort ? words.get(key) : undefined;
    if (known !== undefined) return known;
    const word = latin(start, at);
    if (isShort) words.set(key, word);
    return word;
  }

  function readName(): Name {
    const start = ++at;
    while (at < bytes.length && KINDS[bytes[at] ?? 0] === 0) at++;
    const text = latin(start, at);
    const known = names.get(text);
    if (known) return known;
    const name = new Name(
      text.replace(/#([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
    names.set(text, name);
    return name;
  }

  function readHex(): string {
    let text = "";
    let high = -1;
    for (at++; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === GREATER) break;
      if (KINDS[byte] === SPACE) continue;
      const digit = byte <= NINE ? byte - ZERO : (byte & 0xdf) - 55;
      if (high < 0) high = digit;
      else {
        text += String.fromCharCode(high * 16 + digit);
        high = -1;
      }
    }
    at++;
    return high < 0 ? text : text + String.fromCharCode(high * 16);
  }

  function readText(): string {
    let text = "";
    let depth = 1;
    for (at++; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === BACKSLASH) text += readEscape();
      else {
        if (byte === OPEN) depth++;
        else if (byte === CLOSE && --depth === 0) break;
        text += String.fromCharCode(byte);
      }
    }
    at++;
    return text;
  }

  /** Leaves `at` on its last byte. */
  function readEscape(): string {
    const octal = /^[0-7]{1,3}/.exec(latin(at + 1, at + 4))?.[0];
    if (octal !== undefined) {
      at += octal.length;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    const sign = latin(at + 1, at + 2);
    at++;
    if (sign === "\r" && bytes[at + 1] === 10) at++;
    return sign === "\r" || sign === "\n" ? "" : (ESCAPES[sign] ?? sign);
  }

  /** What stands before one of the closing signs; words in between are values such as `true`. */
  function readUntil(closing: number): Operand[] {
    const items: Operand[] = [];
    while (at < bytes.length && bytes[at] !== closing) {
      const byte = bytes[at] ?? 0;
      const item = readOperand(byte);
      if (item !== undefined) items.push(item);
      else if (isRegular(byte)) items.push(readWord());
      else at++;
    }
    return items;
  }

  function readList(): Operand[] {
    at++;
    const items = readUntil(END);
    at++;
    return items;
  }

  function readMap(): ReadonlyMap<string, Operand> {
    at += 2;
    const items = readUntil(GREATER);
    at += 2;
    const map = new Map<string, Operand>();
    for (let index = 0; index + 1 < items.length; index += 2) {
      const key = items[index];
      if (key instanceof Name) map.set(key.name, items[index + 1] ?? 0);
    }
    return map;
  }

  function skipComment(): void {
    while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
  }

  function skipPicture(): void {
    PICTURE_ENDS.lastIndex = 0;
    const rest = latin(at, bytes.length);
    at += (PICTURE_ENDS.exec(rest)?.index ?? rest.length) + 3;
  }

  function latin(start: number, end: number): string {
    return Buffer.from(
      bytes.buffer,
      bytes.byteOffset + start,
      Math.max(0, Math.min(end, bytes.length) - start),
    ).toString("latin1");
  }
}
