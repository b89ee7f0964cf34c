import { type Locale, word } from "../locale.js";
import { TemplateError } from "../template-files.js";

/** A quotation mark at each end, with the spaces that French sets within. */
export type Pair = readonly [open: string, close: string];

/** The signs of one language: what is typed straight is set as one of them. */
export interface Signs {
  /** BCP 47. */
  language: string;
  /** What `"` is typed for. */
  outer: Pair;
  /** What `'` is typed for, where it is no apostrophe. */
  inner: Pair;
  /** Words that lack a letter where they begin or end, in lower case, with the apostrophe: `'tis`, `o'`. */
  elisions: ReadonlySet<string>;
}

/**
 * The signs that a locale names.
 * @throws TemplateError when a pair has not the form `“…”`
 */
export function readSigns(locale: Locale): Signs {
  return {
    language: locale.language,
    outer: toPair(locale, "quotation_marks.outer"),
    inner: toPair(locale, "quotation_marks.inner"),
    elisions: new Set(word(locale, "elisions").toLowerCase().split(/\s+/).filter(Boolean)),
  };
}

/** `“…”` → the marks on both sides of the ellipsis. */
function toPair(locale: Locale, key: string): Pair {
  const written = word(locale, key);
  const [open, close, ...more] = written.split("…");
  if (open && close && more.length === 0) return [open, close];
  throw new TemplateError(
    `locales: ${key} is ${JSON.stringify(written)}; expected an opening mark, an ellipsis and a closing mark, as in “…”`,
  );
}
