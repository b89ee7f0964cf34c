import type { Extract } from "./index.js";

/** An extract cut to the room there is. */
export interface Fitted {
  extract: Extract;
  /** The points, or the paragraphs. */
  items: string[];
  /** Whether something of it is missing: a mark says so at its end. */
  cut: boolean;
  /** Height it takes. */
  height: number;
}

export interface FitOptions {
  /** Height of an item of an extract. */
  heightOf(item: string, extract: Extract): number;
  /** Height for all of them. */
  room: number;
  /** Most that one extract may take. */
  most: number;
  /** What stands at the end of what is cut. */
  mark: string;
}

/**
 * Cuts extracts to the room of a card: at a sentence or after a point; a first sentence that is too long by itself at its
 * last clause, else at a word. They take turns, a sentence or a point each, until none finds room.
 */
export function fitEssence(essence: readonly Extract[], options: FitOptions): Fitted[] {
  let room = options.room;
  const fitted = essence.map((extract) => {
    const whole = take(extract, 1, options);
    const piece = shorten(whole, options);
    room -= piece.height;
    return { piece, count: 1, full: piece !== whole };
  });
  for (let grown = true; grown; ) {
    grown = false;
    for (const place of fitted) {
      if (place.full || !place.piece.cut) continue;
      const next = take(place.piece.extract, place.count + 1, options);
      const more = next.height - place.piece.height;
      place.full = next.height > options.most || more > room;
      if (place.full) continue;
      room -= more;
      place.piece = next;
      place.count++;
      grown = true;
    }
  }
  return fitted.map(({ piece, count }) => endWell(piece, count, options));
}

/** The first so many sentences, in their paragraphs, or points. */
function take(extract: Extract, count: number, { heightOf, mark }: FitOptions): Fitted {
  let left = count;
  const items: string[] = [];
  for (const parts of extract.items) {
    if (left <= 0) break;
    items.push(parts.slice(0, left).join(" "));
    left -= parts.length;
  }
  const total = extract.items.reduce((sum, parts) => sum + parts.length, 0);
  const cut = count < total;
  const shown = cut ? items.map((item, at) => (at === items.length - 1 ? `${item}${mark}` : item)) : items;
  return { extract, items: shown, cut, height: shown.reduce((sum, item) => sum + heightOf(item, extract), 0) };
}

/** A sentence that only leads to what is cut says nothing: it goes with it. */
function endWell(piece: Fitted, count: number, options: FitOptions): Fitted {
  const sentences = piece.extract.items.flat();
  if (!piece.cut || count < 2 || !sentences[count - 1]?.endsWith(":")) return piece;
  return endWell(take(piece.extract, count - 1, options), count - 1, options);
}

/** The beginning of a first sentence that is too long by itself. */
function shorten(piece: Fitted, { heightOf, most, mark }: FitOptions): Fitted {
  if (piece.height <= most) return piece;
  const only = piece.items[0]?.replace(mark, "") ?? "";
  const fits = (text: string): boolean => heightOf(`${text}${mark}`, piece.extract) <= most;
  const longest = (ends: RegExp): string =>
    [...only.matchAll(ends)].map(({ index }) => only.slice(0, index)).findLast(fits) ?? "";
  const [clause, words, signs] = [longest(/[,;:](?=\s)|\s[–—](?=\s)/g), longest(/\s/g), longest(/(?=.)/gsu)];
  // A clause that leaves half of the room empty is no better end than a word.
  const text = clause.length * 2 > words.length ? clause : words || signs;
  const shown = `${text.trimEnd()}${mark}`;
  return { ...piece, items: [shown], cut: true, height: heightOf(shown, piece.extract) };
}
