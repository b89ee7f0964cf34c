import { describe, expect, it } from "vitest";
import { collectNames, targetOf } from "../../src/library/names.js";
import { somePattern } from "../support/patterns.js";

describe("what a target may be called", () => {
  const oven = somePattern({ slug: "oven", title: "Bread Oven", aliases: ["Kiln"], pageUrl: "https://example.org/a" });
  const mill = somePattern({ slug: "mill", title: "Oven", formerSlugs: ["OVEN", "Grinder"], aliases: ["Bread Oven"] });

  it.each(
    [
      [oven, mill],
      [mill, oven],
    ].map((patterns) => [patterns]),
  )("is an id or slug before a former slug, whatever its case", (patterns) => {
    const names = collectNames(patterns);
    const found = (name: string): string | undefined => targetOf(names, name)?.replace("slug:", "");
    expect(["slug:oven", "oven", "OVEN", "Oven"].map(found)).toEqual(["oven", "oven", "mill", "oven"]);
    expect(["Grinder", "grinder", "GRINDER"].map(found)).toEqual(["mill", "mill", "mill"]);
    expect(["example.org/a", "nowhere", ""].map(found)).toEqual(["oven", undefined, undefined]);
  });
});
