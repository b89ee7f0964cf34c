import { expect, it } from "vitest";
import type { Format } from "../../src/formats/format.js";
import { orderFormats } from "../../src/formats/order-formats.js";

const format = (name: string, needs: Format["needs"] = [], gives: Format["gives"] = []): Format => ({
  name,
  needs,
  gives,
  async *render() {},
});

it("an edition that gives a place is made before those that need it, whatever it needs itself", () => {
  const orderOf = (...formats: Format[]): string =>
    orderFormats(formats)
      .map(({ name }) => name)
      .join(" ");
  const [book, ebook, data] = [
    format("book", ["print"], ["print", "pages"]),
    format("ebook", ["pages"], ["epub"]),
    format("data", ["print", "epub"]),
  ];
  expect(orderOf(data, ebook, book)).toBe("book ebook data");
  expect(orderOf(book, ebook, data)).toBe("book ebook data");
  expect(orderOf(format("one"), data, format("two"))).toBe("one data two");
  // Of those that need each other the first.
  expect(orderOf(format("x", ["print"], ["epub"]), format("y", ["epub"], ["print"]))).toBe("x y");
});
