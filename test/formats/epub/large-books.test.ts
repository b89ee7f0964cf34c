import { expect, test } from "vitest";
import { refusedBy } from "../../../src/formats/epub/large-files.js";

test("an e-book is held against the limits of mail, web and shop", () => {
  expect(refusedBy(50_000_000)).toEqual([]);
  expect(refusedBy(50_000_001)).toEqual([expect.stringContaining("mailed to a Kindle")]);
  expect(refusedBy(201_000_000)).toHaveLength(2);
  expect(refusedBy(651_000_000).at(-1)).toContain("Kindle Direct Publishing");
});
