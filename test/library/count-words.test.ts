import { expect, it } from "vitest";
import { countWords } from "../../src/library/body/count-words.js";

// What it counts by hand, as an expression.
const WORDS = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

it.each([
  ["nothing", "", 0],
  ["apostrophes and hyphens within a word", "the baker’s well-kept oven isn't cold", 6],
  ["a joiner that joins nothing", "bread- -oven a--b 'so'", 5],
  ["numbers of other scripts", "٣ loaves, Ⅻ ovens", 4],
  ["letters beyond the first plane, and a picture", "𝒜𝒷 😀 𝒜-𝒷", 2],
  ["halves of a pair that stand alone", "a\ud800b\udc00c", 3],
  ["marks that are no letters", "e\u0301te\u0301", 2],
])("counts %s", (_, text, count) => {
  expect(countWords(text)).toBe(count);
  expect(text.match(WORDS)?.length ?? 0).toBe(count);
});
