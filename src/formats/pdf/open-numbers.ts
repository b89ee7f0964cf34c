import type { BandGroup } from "../../page/bands.js";
import type { Mention } from "../../page/mentions.js";
import type { PatternView } from "../../page/pattern-view.js";

// Unicode leaves these to private use: no font of a book has them. Each stands for one number.
const FIRST = 0xe000;
const MOST = 6400;
const ANY = /[\ue000-\uf8ff]/;
const ONE_NUMBER = /([\ue000-\uf8ff])\1*/g;

/** A view without its page and volume numbers. */
export interface OpenView {
  /** In the place of every number a mark as long as it: figures are all of one width. */
  view: PatternView;
  /** The numbers, in the order of their marks. */
  numbers: string[];
}

/**
 * Takes the numbers out of the references of a pattern: all else on its pages stays the same from the guess to the print.
 * They stay where the text has characters of private use itself.
 */
export function openNumbers(view: PatternView, characters: string): OpenView {
  const numbers: string[] = [];
  const mark = (number: string): string => {
    numbers.push(number);
    return String.fromCharCode(FIRST + numbers.length - 1).repeat(number.length);
  };
  const open = (group: BandGroup): BandGroup => ({
    ...group,
    items: group.items.map((item) => ({
      ...item,
      page: item.page === null ? null : mark(item.page),
      volume: item.volume === null ? null : mark(item.volume),
    })),
  });
  const openMention = (mention: Mention): Mention => ({
    ...mention,
    page: mention.page === null ? null : mark(mention.page),
    volume: mention.volume === null ? null : mark(mention.volume),
  });
  const { opening, closing } = view.bands;
  const bands = { opening: opening.map(open), closing: closing.map(open) };
  const mentions = Object.fromEntries(
    Object.entries(view.mentions).map(([href, mention]) => [href, openMention(mention)]),
  );
  const opened = { ...view, bands, mentions };
  const isTaken = ANY.test(characters) || ANY.test(JSON.stringify(view)) || numbers.length > MOST;
  return isTaken ? { view, numbers: [] } : { view: opened, numbers };
}

/** Puts the numbers into HTML that was made of an open view. */
export function fillNumbers(html: string, numbers: readonly string[]): string {
  if (numbers.length === 0) return html;
  return html.replace(ONE_NUMBER, (marks) => numbers[marks.charCodeAt(0) - FIRST] ?? marks);
}
