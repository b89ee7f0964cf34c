interface Marks {
  outer: readonly [open: string, close: string];
  inner: readonly [open: string, close: string];
}

/** Quotation marks by language; in French with their narrow no-break spaces. */
const MARKS: Readonly<Record<string, Marks>> = {
  en: { outer: ["“", "”"], inner: ["‘", "’"] },
  de: { outer: ["„", "“"], inner: ["‚", "‘"] },
  es: { outer: ["«", "»"], inner: ["“", "”"] },
  fr: { outer: ["«\u202f", "\u202f»"], inner: ["“", "”"] },
};
const ENGLISH: Marks = { outer: ["“", "”"], inner: ["‘", "’"] };

/** What is set otherwise than it was typed; French sets its spaces too. */
const TYPED = /["']|--|\.\.\.| - /;

/** English words that begin with an apostrophe. */
const CLIPPED = /^(?:tis|twas|twere|twill|til|cause|em|n)(?![\p{L}\p{N}])/iu;

/**
 * Straight quotes → those of the language, an apostrophe or primes; `--`, `---` and a hyphen between spaces → dashes,
 * `...` → ellipsis.
 * @param before the character before `text` in the same block: it tells an opening from a closing quote
 */
export function typeset(text: string, language: string, before = ""): string {
  const base = language.split("-")[0] ?? "en";
  if (base !== "fr" && !TYPED.test(text)) return text;
  const marks = MARKS[base] ?? ENGLISH;
  const quoted = text.replace(/["']/g, (mark, offset: number) => {
    const left = offset > 0 ? (text[offset - 1] ?? "") : before;
    return setMark(mark, left, text.slice(offset + 1), marks, text.slice(0, offset));
  });
  const dashed = quoted
    .replace(/---/g, "—")
    .replace(/(?<=[\p{L}\p{N}\s])--(?=[\p{L}\p{N}\s])/gu, "–")
    .replace(/\.\.\./g, "…")
    // A dash begins no line.
    .replace(/(^|\S) - (?=\S)/g, (typed, left: string) => (left || before.trim() ? `${left}\u00a0– ` : typed));
  return base === "fr" ? spaceFrench(dashed) : dashed;
}

function setMark(mark: string, left: string, right: string, { outer, inner }: Marks, sofar: string): string {
  const opening = /^$|[\s([{«„“‘—–/-]/u.test(left) && !/^\s?$/.test(right[0] ?? "");
  // 6'2", but not a number at the end of a quotation.
  if (/\d/.test(left) && isMeasure(mark, right, sofar)) return mark === '"' ? "″" : "′";
  if (mark === '"') return opening ? outer[0] : outer[1];
  // ’90s, ’tis: an apostrophe, not a quotation.
  if (opening && (/^\d0s/.test(right) || CLIPPED.test(right))) return "’";
  if (opening) return inner[0];
  if (/^[\p{L}\p{N}]/u.test(right)) return "’";
  return inner[1] === "‘" || inner[1] === "”" ? closeInner(sofar, inner) : inner[1];
}

/** Feet and inches together: a number alone before a double quote may as well end a quotation. */
function isMeasure(mark: string, right: string, sofar: string): boolean {
  return mark === "'" ? /^\s?\d+(?:\.\d+)?"/.test(right) : /\d'\s?\d+(?:\.\d+)?$/.test(sofar);
}

/** Where a single quote closes nothing it is an apostrophe: the members’ meadow. */
function closeInner(sofar: string, inner: Marks["inner"]): string {
  const opened = /(?:^|[\s([{„«“])'(?=\S)/u.test(sofar);
  return opened ? inner[1] : "’";
}

/** French sets a narrow no-break space before the high signs; an address or a time is left alone. */
function spaceFrench(text: string): string {
  return text
    .replace(/(?<=[\p{L}\p{N}»)”’])[ \u00a0]?([;!?])(?=\s|$|»)/gu, "\u202f$1")
    .replace(/(?<=[\p{L}\p{N}»)])[ \u00a0](:)(?=\s)/gu, "\u00a0$1");
}
