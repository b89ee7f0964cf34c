import { describe, expect, test } from "vitest";
import { parseConfig } from "../../../src/config/read-config.js";
import { pageGeometry, TRIM_NAMES } from "../../../src/formats/pdf/trim.js";

// Points a character of the text takes, about: 66 of them fill the measure of the 6×9 in page.
const CHARACTER = 316.8 / 66;

describe("a page of every trim", () => {
  test.each(TRIM_NAMES)("%s has lines of 60 to 72 characters", (trim) => {
    const { width, inner, outer } = pageGeometry(trim, 14);
    const characters = (width - inner - outer) / CHARACTER;
    expect(characters).toBeGreaterThan(60);
    expect(characters).toBeLessThan(72.5);
  });

  test.each(TRIM_NAMES)("%s holds a whole number of lines and leaves room for the spine", (trim) => {
    const { height, head, foot, block, inner } = pageGeometry(trim, 14);
    expect(block % 14).toBe(0);
    expect(head + block + foot).toBeCloseTo(height, 6);
    expect(inner).toBeGreaterThanOrEqual(63);
  });
});

describe("a trim that is no page of a book", () => {
  test.each([
    ["{ width: 6in, height: 9 }", /^book\.yaml:2:\d+: pdf\.trim\.height: /],
    ["{ width: 15mm, height: 220mm }", /^book\.yaml:2:\d+: pdf\.trim\.width: 15mm is no width .*expected 70 to 600mm/],
    ["{ width: 150mm, height: 2200mm }", /^book\.yaml:2:\d+: pdf\.trim\.height: 2200mm is no height/],
    ["a9", /^book\.yaml:2:\d+: pdf\.trim: expected a5, /],
  ])("is refused in its line of the configuration: %s", (trim, message) => {
    expect(() => parseConfig(`pdf:\n  trim: ${trim}\n`, "book.yaml")).toThrow(message);
  });
});
