import type { Inline } from "./model.js";

/**
 * Collapses spaces over a whole paragraph as a browser does (CSS Text 3, 4.1): one for many, none at its ends and
 * around line breaks. Verbatim text stays as it is. Changes `line` in place.
 */
export function tidySpaces(line: Inline[]): Inline[] {
  const end = collapse(line, { afterSpace: true });
  if (end.last && end.afterSpace) end.last.value = end.last.value.replace(/ $/, "");
  return line;
}

/** Runs of spaces, which become one; most texts have none. */
const MANY = /[\t\r\n\f]| {2}/;

interface Progress {
  /** Whether a space here would follow a space or open a line. */
  afterSpace: boolean;
  /** The text that ends in the last space. */
  last?: { value: string };
}

function collapse(line: readonly Inline[], start: Progress): Progress {
  let progress = start;
  for (const inline of line) {
    if (inline.kind === "link") progress = collapse(inline.children, progress);
    else if (inline.kind === "text" && !inline.verbatim) {
      // No-break spaces are meant.
      const value = MANY.test(inline.value) ? inline.value.replace(/[ \t\r\n\f]+/g, " ") : inline.value;
      inline.value = progress.afterSpace && value.startsWith(" ") ? value.slice(1) : value;
      if (inline.value !== "") progress = { afterSpace: inline.value.endsWith(" "), last: inline };
    } else if (inline.kind === "break") {
      if (progress.last && progress.afterSpace) progress.last.value = progress.last.value.replace(/ $/, "");
      progress = { afterSpace: true };
    } else if (inline.kind === "tab" || inline.kind === "column") progress = { afterSpace: true };
    else if (inline.kind !== "bookmark") progress = { afterSpace: false };
  }
  return progress;
}

/** Whether a paragraph made of this would show anything. */
export function isVisible(inline: Inline): boolean {
  if (inline.kind === "text") return inline.verbatim || /[^ \t\r\n\f]/.test(inline.value);
  if (inline.kind === "link") return inline.children.some(isVisible);
  return ["picture", "note", "field", "page-of", "control"].includes(inline.kind);
}
