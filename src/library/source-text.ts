import { SourceError } from "./failure.js";
import { observeMojibake } from "./mojibake.js";
import type { Observation } from "./pattern.js";
import { pointAt } from "./point.js";

// Tab, newline and carriage return are text; the other C0 controls, DEL, the C1 controls and noncharacters are not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
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
  text = remove(text, CONTROLS, "control-characters-absent", observations);
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

function remove(text: string, what: RegExp, rule: string, observations: Observation[]): string {
  for (const match of text.matchAll(what)) {
    const found = match[0].length === 1 ? codePoint(match[0]) : match[0];
    observations.push({ rule, place: pointAt(text, match.index), found });
  }
  return text.replace(what, "");
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
