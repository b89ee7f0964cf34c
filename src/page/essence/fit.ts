import type { Extract } from "./extract.js";

/** An extract cut to the room there is. */
export interface Fitted {
  extract: Extract;
  /** The points, or the paragraphs. */
  items: string[];
  /** Height it takes. */
  height: number;
}

export interface FitOptions {
  /** Height of an item of an extract. */
  heightOf(item: string, extract: Extract): number;
  /** Height of the label of an extract. */
  label: number;
  /** Height for all of them. */
  room: number;
  /** Most that one extract may take. */
  most: number;
  /** What stands at the end of a sentence that is cut. */
  mark: string;
}

/** One point of five says little about a list: so many points of each list come before what goes wrong, */
const FEW = 2;
/** and so many before the second sentence of any other text. */
const ENOUGH = 3;
/** What goes wrong stands on a card where there is room for it: what to do comes first. */
const YIELDING = "beware";

/**
 * Cuts extracts to the room of a card: at a sentence or after a point. Where the first sentence is too long, the next one
 * that fits and stands by itself takes its place; where there is none, its beginning, with a mark. Lists come first to a few
 * points; then all take turns, a sentence or a point each, until none finds room.
 */
export function fitEssence(extracts: readonly Extract[], options: FitOptions): Fitted[] {
  const starts = extracts.map((extract) => begin(extract, options));
  const places = starts.filter(({ piece }) => piece.extract.matter !== YIELDING);
  const lists = places.filter(({ piece }) => piece.extract.form === "points");
  let room = places.reduce((left, place) => left - neededBy(place, options), options.room);
  room = grow(lists, room, { ...options, until: FEW });
  for (const place of starts) {
    if (places.includes(place) || neededBy(place, options) > room) continue;
    places.push(place);
    room -= neededBy(place, options);
  }
  room = grow(lists, room, { ...options, until: ENOUGH });
  grow(places, room, { ...options, until: Number.POSITIVE_INFINITY });
  return places.map(({ piece }) => piece);
}

function neededBy({ piece }: Candidate, { label }: FitOptions): number {
  return label + piece.height;
}

/**
 * Lets extracts grow in turns until each shows the wanted amount or there is no room. Returns the room that is left.
 */
function grow(places: readonly Candidate[], room: number, options: FitOptions & { until: number }): number {
  let left = room;
  for (let grown = true; grown; ) {
    grown = false;
    for (const place of places) {
      if (place.count >= options.until || place.count >= place.last) continue;
      const next = take(place.piece.extract, place.from, place.count + 1, options);
      const more = next.height - place.piece.height;
      if (next.height > options.most || more > left) continue;
      left -= more;
      place.piece = next;
      place.count++;
      grown = true;
    }
  }
  return left;
}

interface Candidate {
  piece: Fitted;
  /** Which sentence it begins with. */
  from: number;
  count: number;
  /** The most that there are from there. */
  last: number;
}

/** The first sentence or point, or the first that fits. */
function begin(extract: Extract, options: FitOptions): Candidate {
  const { leaning = [] } = extract;
  const total = extract.items.flat().length;
  for (let from = 0; from < total; from++) {
    // One that leans on what is left out before it says nothing alone.
    if (from > 0 && leaning.includes(from)) continue;
    const piece = take(extract, from, 1, options);
    if (piece.height <= options.most) return { piece, from, count: 1, last: total - from };
  }
  return { piece: shorten(take(extract, 0, 1, options), options), from: 0, count: 1, last: 1 };
}

/** So many sentences, in their paragraphs, or points. */
function take(extract: Extract, from: number, count: number, { heightOf }: FitOptions): Fitted {
  const items: string[] = [];
  let at = 0;
  for (const parts of extract.items) {
    const shown = parts.filter((_, place) => at + place >= from && at + place < from + count);
    at += parts.length;
    if (shown.length > 0) items.push(shown.join(" "));
  }
  return { extract, items, height: items.reduce((sum, item) => sum + heightOf(item, extract), 0) };
}

/** The beginning of a sentence that is too long by itself: up to its last clause, else a word. */
function shorten({ extract, items }: Fitted, { heightOf, most, mark }: FitOptions): Fitted {
  const only = items[0] ?? "";
  const fits = (text: string): boolean => heightOf(`${text}${mark}`, extract) <= most;
  const longest = (ends: RegExp): string =>
    [...only.matchAll(ends)].map(({ index }) => only.slice(0, index)).findLast(fits) ?? "";
  const [clause, words, signs] = [longest(/[,;:](?=\s)|\s[–—](?=\s)/g), longest(/\s/g), longest(/(?=.)/gsu)];
  // A clause that leaves half of the room empty is no better end than a word.
  const text = clause.length * 2 > words.length ? clause : words || signs;
  const shown = `${text.trimEnd()}${mark}`;
  return { extract, items: [shown], height: heightOf(shown, extract) };
}
