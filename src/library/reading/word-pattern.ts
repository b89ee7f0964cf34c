/** A pattern of words in which stars stand for any words: whether a text fits it, and what each star stands for. */
export interface WordPattern {
  test(words: string): boolean;
  /** What the stars stand for, in order, as written; undefined if the text does not fit. */
  match(words: string): string[] | undefined;
}

/**
 * Words with `*` for any others, whatever their case and their blanks. Each star stands for as little as it can: the parts
 * between stars are looked for one after the other, so that the time grows with the length of the words, not with the stars.
 */
export function wordPattern(written: string): WordPattern {
  const parts = fold(written.trim().replace(/\s+/g, " ")).split("*");
  const match = (words: string): string[] | undefined => {
    const text = words.trim().replace(/\s+/g, " ");
    return matchParts(parts, fold(text))?.map(([from, to]) => text.slice(from, to));
  };
  return { match, test: (words) => match(words) !== undefined };
}

/** Where the stars between some parts of a text stand; undefined where the text is not made of the parts. */
function matchParts(parts: readonly string[], text: string): [from: number, to: number][] | undefined {
  const [first = "", ...others] = parts;
  if (!text.startsWith(first)) return undefined;
  const last = others.pop();
  if (last === undefined) return text === first ? [] : undefined;
  const stars: [number, number][] = [];
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return undefined;
    stars.push([at, found]);
    at = found + part.length;
  }
  const end = text.length - last.length;
  return end >= at && text.endsWith(last) ? [...stars, [at, end]] : undefined;
}

/** In small letters, without changing offsets: a few capitals have no single small letter and stay. */
function fold(text: string): string {
  const folded = text.toLowerCase();
  if (folded.length === text.length) return folded;
  return text.replace(/./gs, (unit) => (unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit));
}
