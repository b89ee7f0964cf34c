import type { Element } from "hast";
import { toRoman } from "./roman.js";

/** What `type` of an ordered list may be (HTML Living Standard, 4.4.5): figures, letters, Roman numerals. */
export const NUMBER_TYPES = ["1", "a", "A", "i", "I"] as const;
export type NumberType = (typeof NUMBER_TYPES)[number];

/** The numbers of a list's items, in their order: on from `start`, down where it is `reversed`, from each `value` anew. */
export function numberItems(list: Element): Map<Element, number> {
  const items = list.children.filter((child): child is Element => child.type === "element" && child.tagName === "li");
  const step = list.properties.reversed ? -1 : 1;
  let next = toNumber(list.properties.start) ?? (step < 0 ? items.length : 1);
  const numbers = new Map<Element, number>();
  for (const item of items) {
    const number = toNumber(item.properties.value) ?? next;
    numbers.set(item, number);
    next = number + step;
  }
  return numbers;
}

function toNumber(value: unknown): number | undefined {
  const number = value === undefined || value === null ? Number.NaN : Number(value);
  return Number.isInteger(number) ? number : undefined;
}

/** What a list counts by; letters and Roman numerals do not reach every number (CSS Counter Styles 3, 6). */
export function numberTypeOf({ properties: { type } }: Element, number: number): NumberType {
  const known = NUMBER_TYPES.find((one) => one === type) ?? "1";
  if (/[ai]/i.test(known) && number < 1) return "1";
  return /i/i.test(known) && number > HIGHEST_ROMAN ? "1" : known;
}

const HIGHEST_ROMAN = 3999;

/** `3` → `3`, `c`, `C`, `iii` or `III`. */
export function writeNumber(number: number, type: NumberType): string {
  if (type === "1") return String(number);
  const written = type === "a" || type === "A" ? toLetters(number) : toRoman(number);
  return type === "a" || type === "i" ? written : written.toUpperCase();
}

/** a … z, aa, ab … */
function toLetters(number: number): string {
  let letters = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
