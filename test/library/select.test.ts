import { describe, expect, it } from "vitest";
import { parseSelection, SelectionError } from "../../src/library/select.js";
import { numbered } from "../support/patterns.js";

const PATTERNS = [
  numbered(1, { slug: "well", universality: "universal", domain: "water", alignment: 5, categories: ["practice"] }),
  numbered(2, { slug: "pump", universality: "domain", domain: "water", alignment: 3, status: "published" }),
  numbered(3, {
    slug: "oven",
    title: "Bread Oven",
    domain: "bread",
    formerSlugs: ["kiln"],
    eras: ["digital", "stone"],
  }),
];

function selected(text: string): string[] {
  return PATTERNS.filter(parseSelection(text)).map(({ slug }) => slug);
}

describe("a selection", () => {
  it.each([
    ["domain=water", ["well", "pump"]],
    ["domain=water alignment>=4", ["well"]],
    ["domain=water,bread", ["well", "pump", "oven"]],
    ["domain = water , bread  number<3", ["well", "pump"]],
    ["universality=universal,domain", ["well", "pump", "oven"]],
    ["DOMAIN=Water", ["well", "pump"]],
    ["id=slug:pump", ["pump"]],
    ["slug=kiln", ["oven"]],
    ['title="bread oven"', ["oven"]],
    ["era=stone", ["oven"]],
    ["status=published", ["pump"]],
    ["status!=published", ["well", "oven"]],
    ["category!=practice,theory", ["pump", "oven"]],
    ["alignment!=5", ["pump", "oven"]],
    ["alignment<5", ["pump"]],
    ["alignment<=3", ["pump"]],
    ["number>1 number<3", ["pump"]],
    ["number=1,3", ["well", "oven"]],
    ["domain=fire", []],
  ])("%s", (text, slugs) => {
    expect(selected(text)).toEqual(slugs);
  });

  it.each([
    ["", /found nothing at column 1/],
    ["water", /found “water” at column 1; expected a condition such as domain=governance/],
    ["domain=water alignment=high", /found alignment=high at column 14; expected a number/],
    ["domain=water mood=calm", /found the field “mood” at column 14; expected one of universality, domain, id, slug/],
    ["__proto__=x", /column 1/],
    ["constructor=x", /the field “constructor”/],
    ["domain>=water", /expected = or !=; domain is no number/],
    ["universality=univeral", /expected one of universal, human-universal/],
    ["domain=water, alignment=5", /column/],
    ['title="bread', /column 1/],
  ])("%s is refused with what is known", (text, message) => {
    expect(() => parseSelection(text)).toThrow(SelectionError);
    expect(() => parseSelection(text)).toThrow(message);
  });

  it("points at the place", () => {
    expect(() => parseSelection("domain=water mood=calm")).toThrow("  domain=water mood=calm\n               ^");
  });
});
