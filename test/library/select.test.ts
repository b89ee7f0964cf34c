import { describe, expect, it } from "vitest";
import { openSelection, parseSelection, SelectionError } from "../../src/library/select.js";
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
    createdOn: "2026-03-01",
    extra: { stage: { Name: "Tried out", since: 2019 }, tags: ["fire", "Flour & Water"], hot: true },
    scores: [{ dimension: "trust", value: 4, stated: "front-matter" }],
    source: { path: "kitchen/heat/oven.md", sha256: "", bytes: 0 },
  }),
];

const LIBRARY = { fields: ["maturity"], byId: new Map(PATTERNS.map((pattern) => [pattern.id, pattern])) };

function selected(text: string): string[] {
  return PATTERNS.filter(openSelection(parseSelection(text), LIBRARY)).map(({ slug }) => slug);
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
    ["alignment>=3", ["well", "pump"]],
    ["alignment>3", ["well"]],
    ["alignment<3", []],
    ["number>1 number<3", ["pump"]],
    ["number=1,3", ["well", "oven"]],
    ["domain=fire", []],
    ["tags=fire", ["oven"]],
    ['tags="flour & water"', ["oven"]],
    ["tags=flour-water", ["oven"]],
    ["stage.name!=sketched", ["well", "pump", "oven"]],
    ['stage.name="tried out"', ["oven"]],
    ["stage.since>2018", ["oven"]],
    ["stage.since>=2020", []],
    ["scores.trust>3", ["oven"]],
    ["folder=heat", ["oven"]],
    ["folder.1=kitchen", ["oven"]],
    ["created>=2026-02", ["oven"]],
    ["created<2026", []],
    ["hot=true", ["oven"]],
    ["maturity=tried", []],
    ["categories=practice", ["well"]],
  ])("%s", (text, slugs) => {
    expect(selected(text)).toEqual(slugs);
  });

  it.each([
    ["", /found nothing at column 1/],
    ["water", /found “water” at column 1; expected a condition such as domain=governance/],
    ["domain=water alignment=high", /found alignment=high at column 14; expected a number/],
    [
      "domain=water mood=calm",
      /found the field “mood” at column 14; expected one of number, universality, domain, .*, maturity, stage, tags/,
    ],
    ["maturty=tried", /found the field “maturty” at column 1; expected .*did you mean “maturity”\?/],
    ["catgory=practice", /did you mean “category”\?/],
    ["__proto__=x", /column 1/],
    ["constructor=x", /the field “constructor”/],
    ["domain>=water", /expected = or !=; “water” is no number/],
    ["universality=univeral", /expected one of universal, human-universal/],
    ["domain=water, alignment=5", /column/],
    ['title="bread', /column 1/],
  ])("%s is refused with what is known", (text, message) => {
    expect(() => selected(text)).toThrow(SelectionError);
    expect(() => selected(text)).toThrow(message);
  });

  it("points at the place", () => {
    expect(() => selected("domain=water mood=calm")).toThrow("  domain=water mood=calm\n               ^");
  });
});
