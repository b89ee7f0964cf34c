import { showControls } from "../library/controls.js";
import type { Finding } from "../library/rules/rule.js";

/**
 * A text as one line that a terminal shows and does not obey: what a file holds, or is called, may move its cursor,
 * hide a line or turn it round.
 */
export function printable(text: string): string {
  return showControls(text).replace(/[\t\n\r]+/g, " ");
}

/** The same for all that a finding says, so long that one can read it. */
export function printableFinding(finding: Finding): Finding {
  return showFinding(finding, (text) => shorten(printable(text)));
}

// Characters. Words of a file that are quoted may be a megabyte.
const LONGEST = 600;

function shorten(text: string): string {
  if (text.length <= LONGEST) return text;
  const half = LONGEST / 2;
  return `${text.slice(0, half).replace(/[\ud800-\udbff]$/, "")} … ${text.slice(-half).replace(/^[\udc00-\udfff]/, "")}`;
}

/** A finding with every text as `show` shows it. */
export function showFinding(finding: Finding, show: (text: string) => string): Finding {
  const { file, found, expected, mend, other } = finding;
  return {
    ...finding,
    ...(file === undefined ? {} : { file: show(file) }),
    ...(other === undefined ? {} : { other: { ...other, file: show(other.file) } }),
    found: show(found),
    expected: show(expected),
    mend: show(mend),
  };
}

/** JSON in which no character stands that a terminal obeys: JSON itself escapes those of ASCII alone. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
