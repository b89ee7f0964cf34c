import { describe, expect, test } from "vitest";
import { parseIsbn } from "../../src/book/isbn.js";
import { parseConfig } from "../../src/config/read-config.js";

describe("an ISBN", () => {
  test.each([
    ["978-3-16-148410-0", "9783161484100"],
    ["979 10 90636 07 1", "9791090636071"],
    ["3-16-148410-X", "9783161484100"],
    ["0-306-40615-2", "9780306406157"],
  ])("of %s is %s under its bar code", (text, digits) => {
    expect(parseIsbn(text)).toBe(digits);
  });

  test.each(["978-3-16-148410-1", "3-16-148410-0", "977-3-16-148410-0", "978-3-16-14841", "none", ""])(
    "is not %s",
    (text) => {
      expect(parseIsbn(text)).toBeUndefined();
    },
  );

  test("with a wrong check digit is an error in its line of the configuration", () => {
    const text = "book:\n  isbn:\n    print: 978-3-16-148410-7\n";
    expect(() => parseConfig(text, "book.yaml")).toThrow(/^book\.yaml:3:12: book\.isbn\.print: .*check digit/);
  });
});

describe("the cover's options", () => {
  test("may be false", () => {
    expect(parseConfig("pdf: { cover: false }", "book.yaml").pdf.cover).toBe(false);
  });

  test("that nobody knows are an error that names those that are known", () => {
    const text = "pdf:\n  cover:\n    paper: { bulk: 1.2, weight: 90 }\n    blurp: Much.\n";
    expect(() => parseConfig(text, "book.yaml")).toThrow(/^book\.yaml:4:\d+|book\.yaml:3:12/);
    expect(() => parseConfig(text, "book.yaml")).toThrow(/known here: bulk, grammage, caliper/);
    expect(() => parseConfig(text, "book.yaml")).toThrow(
      /known here: paper, spine, bleed, barCode, blurb, about, price/,
    );
  });
});
