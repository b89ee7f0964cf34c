/** Whether words stand in a text in their order, and which do not. */

/**
 * The indices of needles that the haystack does not have in order: none when the needles are a subsequence of it, else
 * those outside a longest common subsequence.
 */
export function findMissing(
  needles: readonly string[],
  haystack: readonly string[],
): { missing: number[]; unused: number[] } {
  if (isSubsequence(needles, haystack)) return { missing: [], unused: [] };
  const pairs = longestCommonSubsequence(needles, haystack);
  const taken = new Set(pairs.values());
  return {
    missing: [...needles.keys()].filter((at) => !pairs.has(at)),
    unused: [...haystack.keys()].filter((at) => !taken.has(at)),
  };
}

/** Taking the earliest match each time finds a subsequence whenever there is one. */
function isSubsequence(needles: readonly string[], haystack: readonly string[]): boolean {
  let at = 0;
  for (const word of haystack) {
    if (at < needles.length && word === needles[at]) at++;
  }
  return at === needles.length;
}

/** Where `run` stands in a row, or -1. */
export function findRun(words: readonly string[], run: readonly string[], from = 0): number {
  const [first] = run;
  if (first === undefined) return from;
  for (let at = words.indexOf(first, from); at >= 0; at = words.indexOf(first, at + 1)) {
    if (run.every((word, offset) => words[at + offset] === word)) return at;
  }
  return -1;
}

/** How often `run` stands in a row, no word counted twice. */
export function countRuns(words: readonly string[], run: readonly string[]): number {
  let count = 0;
  for (let at = findRun(words, run); at >= 0 && run.length > 0; at = findRun(words, run, at + run.length)) count++;
  return count;
}

/**
 * Needles in a longest common subsequence, each with its place in the haystack, by the method of Hunt and Szymanski
 * (CACM 20, 1977): time goes with the pairs of equal words, which keeps 10,000 words within a second.
 */
function longestCommonSubsequence(needles: readonly string[], haystack: readonly string[]): Map<number, number> {
  const places = placesOf(haystack);
  // ends[k]: the earliest end in the haystack of a common subsequence of k + 1 words; chains[k]: that subsequence.
  const ends: number[] = [];
  const chains: Chain[] = [];
  for (const [needle, word] of needles.entries()) {
    // From the last place to the first, so that each needle is used only once.
    for (const place of places.get(word) ?? []) {
      const length = firstNotBelow(ends, place);
      if (ends[length] === place) continue;
      ends[length] = place;
      const previous = chains[length - 1];
      chains[length] = previous ? { needle, place, previous } : { needle, place };
    }
  }
  const found = new Map<number, number>();
  for (let chain = chains.at(-1); chain; chain = chain.previous) found.set(chain.needle, chain.place);
  return found;
}

interface Chain {
  needle: number;
  place: number;
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
