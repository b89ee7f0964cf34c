/** Comparing texts word by word, whatever form of quote, dash or line break an edition gave them. */

const DASHES = /[\u2010-\u2015\u2212]/g;
const APOSTROPHES = /[\u2018\u2019\u201a\u201b\u02bc\u2032]/g;
// Soft hyphens, zero-width characters and variation selectors say how to set a word, not what it is.
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;
const WORD = /[\p{L}\p{M}]+(?:['-]+[\p{L}\p{M}]+)*|\p{N}+(?:['-]+\p{N}+)*/gu;

/**
 * A text's words in order. Marks inside a word go (`semi-permeable`, `semi\u00adpermeable` and `semipermeable` are one),
 * other punctuation parts words, ligatures come apart, capitals stay. Letters and digits are words apart: a note's number
 * may stand close to the word it belongs to.
 */
export function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKC").replace(INVISIBLE, "").replace(DASHES, "-").replace(APOSTROPHES, "'");
  return (plain.match(WORD) ?? []).map((word) => word.replace(/['-]/g, ""));
}

// A hyphen and the end of its line; poppler in raw order puts every soft hyphen, seen or unseen, at the end of a line.
const LINE_BREAK_IN_WORD = /(?<=[\p{L}\p{N}])(?:[\u00ad\u2010-\u2015-]+[ \t]*\r?\n\s*)+(?=[\p{L}\p{N}])/gu;

// Addresses are broken before their hyphens (Chicago Manual, 14.18): none ends in one that is not part of it.
const LINE_BREAK_IN_ADDRESS = /(?<=[\p{L}\p{N}])\r?\n(?=-[\p{L}\p{N}])/gu;

/** Joins what the layout parted: a line that ends or begins with a hyphen and its neighbour, also over a page break. */
export function dehyphenate(text: string): string {
  return text.replace(LINE_BREAK_IN_WORD, "-").replace(LINE_BREAK_IN_ADDRESS, "");
}

// Words shown on either side of what is missing.
const CONTEXT = 6;

/**
 * The needles that the haystack does not have in order: none when the needles are a subsequence of it. Each run of
 * missing words is given in brackets between the words around it.
 */
export function missingInOrder(needles: readonly string[], haystack: readonly string[]): string[] {
  if (isSubsequence(needles, haystack)) return [];
  const found = longestCommonSubsequence(needles, haystack);
  const runs: string[] = [];
  for (let at = 0; at < needles.length; at++) {
    if (found.has(at)) continue;
    const start = at;
    while (at < needles.length && !found.has(at)) at++;
    const before = needles.slice(Math.max(0, start - CONTEXT), start);
    const after = needles.slice(at, at + CONTEXT);
    runs.push(`${before.join(" ")} [${needles.slice(start, at).join(" ")}] ${after.join(" ")}`.trim());
  }
  return runs;
}

/** The needles that the haystack has less often, whatever their order: a layout may read a table by its columns. */
export function missingAtAll(needles: readonly string[], haystack: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of haystack) left.set(word, (left.get(word) ?? 0) + 1);
  return needles.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

/** Taking the earliest match each time finds a subsequence whenever there is one. */
function isSubsequence(needles: readonly string[], haystack: readonly string[]): boolean {
  let at = 0;
  for (const word of haystack) {
    if (at < needles.length && word === needles[at]) at++;
  }
  return at === needles.length;
}

/**
 * Indices of the needles in a longest common subsequence, by the method of Hunt and Szymanski (CACM 20, 1977): time goes
 * with the pairs of equal words, which keeps 10,000 words within a second.
 */
function longestCommonSubsequence(needles: readonly string[], haystack: readonly string[]): Set<number> {
  const places = placesOf(haystack);
  // ends[k]: the earliest end in the haystack of a common subsequence of k + 1 words; chains[k]: that subsequence.
  const ends: number[] = [];
  const chains: Chain[] = [];
  for (const [needle, word] of needles.entries()) {
    // From the last place to the first, so that one needle is used once.
    for (const place of places.get(word) ?? []) {
      const length = firstNotBelow(ends, place);
      if (ends[length] === place) continue;
      ends[length] = place;
      const previous = chains[length - 1];
      chains[length] = previous ? { needle, previous } : { needle };
    }
  }
  const found = new Set<number>();
  for (let chain = chains.at(-1); chain; chain = chain.previous) found.add(chain.needle);
  return found;
}

interface Chain {
  needle: number;
  previous?: Chain;
}

/** Where each word stands, last place first. */
function placesOf(words: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at] ?? "";
    const known = places.get(word);
    if (known) known.push(at);
    else places.set(word, [at]);
  }
  return places;
}

function firstNotBelow(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The words without the first place where those of each text stand in a row. */
export function withoutRuns(words: string[], texts: readonly string[]): string[] {
  return texts.reduce((rest, text) => withoutRun(rest, wordsOf(text)), words);
}

function withoutRun(words: string[], run: readonly string[]): string[] {
  const at = words.findIndex((_, start) => run.every((word, offset) => words[start + offset] === word));
  return at < 0 ? words : words.toSpliced(at, run.length);
}
