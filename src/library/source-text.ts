import { CONTROL, codePoint } from "./controls.js";
import { SourceError } from "./failure.js";
import { observeMojibake } from "./mojibake.js";
import type { Observation } from "./pattern.js";
import { pointAt } from "./point.js";

// The escape by which spreadsheet programs write a carriage return into XML.
const SPREADSHEET_ESCAPE = /_x000[dD]_/g;

export interface SourceText {
  text: string;
  observations: Observation[];
}

/**
 * Decodes a source file: UTF-8, no byte order mark, `\n` line ends, no control characters.
 * @throws SourceError when the bytes are not UTF-8 or hold a NUL.
 */
export function decode(bytes: Uint8Array): SourceText {
  const raw = decodeUtf8(bytes).replace(/\r\n?/g, "\n");
  const nul = raw.indexOf("\0");
  if (nul >= 0) {
    throw new SourceError({
      rule: "file-is-text",
      variant: "nul",
      place: pointAt(raw, nul),
      found: "a NUL character",
      expected: "a text file in UTF-8",
      mend: "save the file as UTF-8 Markdown, or remove the character",
    });
  }
  const observations = observeMojibake(raw);
  let text = remove(raw, SPREADSHEET_ESCAPE, "spreadsheet-escapes-absent", observations);
  text = remove(text, CONTROL, "control-characters-absent", observations);
  return { text, observations };
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new SourceError({
      rule: "file-is-text",
      variant: "encoding",
      found: "bytes that are not UTF-8",
      expected: "a text file in UTF-8",
      mend: "save the file again with the encoding UTF-8",
    });
  }
}

/** Takes something out; of several alike in a line the first is observed. */
function remove(text: string, what: RegExp, rule: string, observations: Observation[]): string {
  if (text.search(what) < 0) return text;
  const lines = text.split("\n").map((line, index) => {
    const seen = new Set<string>();
    return line.replace(what, (match, offset: number) => {
      const found = match.length === 1 ? codePoint(match) : match;
      if (!seen.has(found)) observations.push({ rule, place: { line: index + 1, column: offset + 1 }, found });
      seen.add(found);
      return "";
    });
  });
  return lines.join("\n");
}
