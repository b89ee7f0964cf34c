import type { Observation } from "./pattern.js";

const WINDOWS_1252 = new TextDecoder("windows-1252");
const BYTES = new Map(Array.from({ length: 256 }, (_, byte) => [WINDOWS_1252.decode(Uint8Array.of(byte)), byte]));

// Bytes 80 to BF, which continue a character in UTF-8, as Windows-1252 shows them.
const NEXT = `[${WINDOWS_1252.decode(Uint8Array.from({ length: 64 }, (_, at) => 0x80 + at))}]`;
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
  const bytes = [...garbled].map((character) => BYTES.get(character) ?? 0x3f);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes));
}
