import type { Edit } from "./block.js";

/** Two hyphens join or part words, figures and quotations; before a word alone they are an option of a program. */
const DOUBLE =
  /(?<!<!)(?:(?<=[\p{L}\p{N}\p{M}"'.,;:!?)\]…”’»\ufffc])--(?![-\s>]|$)|(?<=\S)--(?=\s|$)|(?<=\s)--(?=\s))/gu;
const TRIPLE = /(?<!-)---(?![->])/g;
/** Three points, and the full stop that may follow; more of them lead to something. */
const POINTS = /(?<!\.)\.{3}(?=\.?(?!\.))/g;
const HYPHEN = /(?<=\S) - (?=\S)/g;

/** `--`, `---` and a hyphen between spaces → dashes; `...` → an ellipsis. A dash begins no line. */
export function findDashes(text: string): Edit[] {
  const found = (pattern: RegExp, set: string): Edit[] =>
    [...text.matchAll(pattern)].map(({ 0: typed, index }) => ({ from: index, to: index + typed.length, set }));
  return [
    ...(text.includes("--") ? [...found(TRIPLE, "—"), ...findDouble(text)] : []),
    ...(text.includes("...") ? found(POINTS, "…") : []),
    ...(text.includes(" - ") ? found(HYPHEN, "\u00a0– ") : []),
  ];
}

function findDouble(text: string): Edit[] {
  return [...text.matchAll(DOUBLE)]
    .filter(({ index }) => text[index - 1] !== "-" && text[index + 2] !== "-")
    .map(({ index }) => ({ from: index, to: index + 2, set: "–" }));
}
