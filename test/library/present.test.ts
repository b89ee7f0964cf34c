import { expect, it } from "vitest";
import { present } from "../../src/library/present.js";

it("gives back what is there, and names what a fault of the program lost", () => {
  expect(present(0, "the page of", "oven")).toBe(0);
  expect(() => present(undefined, "the page of", "oven")).toThrow("pattern-press lost the page of oven");
});
