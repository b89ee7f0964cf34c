import { expect, it } from "vitest";
import {
  findWebPage,
  isIri,
  isUrl,
  isWebAddress,
  readAddress,
  readWhole,
  startsAsWebAddress,
} from "../../src/library/web-address.js";

// Of each text: does it start as an address does, may a reader be sent there, may it stand in RDF as it is, and is it
// read where it may be words as well?
it.each([
  ["https://bakers.example/oven#door", true, true, true, true],
  ["HTTP://bakers.example", true, true, true, true],
  ["https://bäckerei.example/öfen", true, true, true, true],
  ["https://bakers.example/a|b", true, true, false, true],
  ["https://bakers.example/100%", true, true, false, true],
  ["https://bakers.example/a#b#c", true, true, false, true],
  ["https://bakers.example/two words", true, false, false, false],
  ["https://[bakers", true, false, false, true],
  ["https:bakers.example", false, false, false, false],
  ["bakers.example", false, false, false, false],
  ["mailto:oven@bakers.example", false, false, false, false],
  ["see https://bakers.example", false, false, false, false],
])("tells what %s is for each use", (text, starts, leads, iri, whole) => {
  expect([startsAsWebAddress(text), isWebAddress(text), isIri(text), readWhole(text) !== undefined]).toEqual([
    starts,
    leads,
    iri,
    whole,
  ]);
});

it("says of a letter from Latin-1 the same the thousandth time", () => {
  // `URL.canParse` of Node 20 does not: it is compiled another way once it has been asked often.
  const answers = Array.from({ length: 30_000 }, () => isUrl("https://bäckerei.example/öfen"));
  expect(new Set(answers)).toEqual(new Set([true]));
  expect([isUrl("öfen", "https://bäckerei.example/"), isUrl("öfen"), isUrl("https://[bakers")]).toEqual([
    true,
    false,
    false,
  ]);
});

it("reads a host alone, and mail, where nothing but an address is meant", () => {
  expect(readAddress("bakers.example")).toEqual({ address: "https://bakers.example", isBare: true });
  expect(readAddress("mailto:oven@bakers.example")).toEqual({ address: "mailto:oven@bakers.example", isBare: false });
});

it("sends nobody to a page that browsers cannot read", () => {
  expect(findWebPage({ pageUrl: "https://bakers.example/oven" })).toBe("https://bakers.example/oven");
  expect(findWebPage({ pageUrl: "https://[bakers" })).toBeUndefined();
  expect(findWebPage({})).toBeUndefined();
});
