import type { Observation } from "./pattern.js";

// Bytes 80 to 9F in Windows-1252; those from A0 on are the characters of that number. Written out, because Node's
// TextDecoder takes Windows-1252 for Latin 1.
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

// Bytes that continue a character in UTF-8.
const NEXT = `[${HIGH}\u00a0-\u00bf]`;
// Letters with marks, punctuation, arrows and mathematical signs, the replacement sign and the byte order mark, emoji.
// Other characters are left out: “CAFÉ”” or “é’—” would be taken for them.
const MOJIBAKE = new RegExp(`[ÂÃÄÅ]${NEXT}|â[€‚†‡ˆ‰]${NEXT}|ï(?:»¿|¿½)|ðŸ${NEXT}{2}`, "g");

/** Finds UTF-8 that was once read as Windows-1252 (`â€“` for –): the first word of every line that has it. */
export function observeMojibake(text: string): Observation[] {
  if (text.search(MOJIBAKE) < 0) return [];
  return text.split("\n").flatMap((line, index): Observation[] => {
    const at = line.search(MOJIBAKE);
    if (at < 0) return [];
    const start = line.lastIndexOf(" ", at) + 1;
    const word = /^\S{1,60}/.exec(line.slice(start))?.[0] ?? "";
    const place = { line: index + 1, column: start + 1 };
    return [{ rule: "text-is-not-mojibake", place, found: word, detail: word.replace(MOJIBAKE, decode) }];
  });
}

function decode(garbled: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from([...garbled].map(toByte)));
}

function toByte(character: string): number {
  const at = HIGH.indexOf(character);
  return at < 0 ? character.charCodeAt(0) : 0x80 + at;
}
