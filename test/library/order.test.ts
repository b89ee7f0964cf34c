import { describe, expect, it } from "vitest";
import { order } from "../../src/library/order.js";
import type { Pattern } from "../../src/library/pattern.js";
import { UNIVERSALITIES } from "../../src/library/universality.js";
import fc from "../support/fast-check.js";
import { orderOptions } from "../support/order.js";
import { somePattern } from "../support/patterns.js";

const OPTIONS = orderOptions({ by: ["universality", "domain"], first: { domain: ["water", "bread"] } });

// Few values, so that levels, domains and titles meet; ids are what tells two patterns apart.
const aPattern = fc
  .record({
    universality: fc.constantFrom(...UNIVERSALITIES),
    domain: fc.constantFrom("bread", "care", "éducation", "water", "zoo"),
    title: fc.constantFrom("A well", "a Well", "Äpfel", "Apple", "Pattern 2", "Pattern 10", "Zebra", ""),
    slug: fc.stringMatching(/^[a-z]{1,6}$/),
  })
  .map(somePattern);
const aLibrary = fc.uniqueArray(aPattern, { selector: ({ id }) => id, maxLength: 40 });

describe("the order of a library", () => {
  it("does not depend on the order of its files", () => {
    fc.assert(
      fc.property(aLibrary.chain(withShuffled), ([patterns, shuffled]) => {
        expect(order(shuffled, OPTIONS)).toEqual(order(patterns, OPTIONS));
      }),
    );
  });

  it("numbers 1 to N without a gap, in parts and chapters as in the whole", () => {
    fc.assert(
      fc.property(aLibrary, (library) => {
        const { patterns, parts } = order(library, OPTIONS);
        const numbers = library.map((_, index) => index + 1);
        const grouped = parts.flatMap(({ chapters }) => chapters.flatMap((chapter) => chapter.patterns));
        expect(patterns.map(({ number }) => number)).toEqual(numbers);
        expect(grouped.map(({ number }) => number)).toEqual(numbers);
        expect(patterns.map(({ id }) => id).sort()).toEqual(library.map(({ id }) => id).sort());
      }),
    );
  });

  it("has each part and each chapter once, in the order of the levels and of the configuration", () => {
    fc.assert(
      fc.property(aLibrary, (library) => {
        const { parts } = order(library, OPTIONS);
        const known: readonly string[] = UNIVERSALITIES;
        const levels = parts.map(({ key }) => known.indexOf(key));
        expect(levels).toEqual([...new Set(levels)].sort((a, b) => a - b));
        expect(parts.map(({ number }) => number)).toEqual(parts.map((_, index) => index + 1));
        for (const { chapters } of parts) {
          const domains = chapters.map(({ key }) => key);
          const known = ["water", "bread", "care", "éducation", "zoo"];
          expect(domains).toEqual(known.filter((domain) => domains.includes(domain)));
        }
      }),
    );
  });

  it("sorts titles as the language does, numbers in them by size, and leaves ids to decide", () => {
    const titles = ["Zebra", "Pattern 10", "Äpfel", "apple", "Pattern 2"];
    const patterns = titles.map((title, index) => somePattern({ slug: `p${index}`, title }));
    const { patterns: sorted } = order(patterns, OPTIONS);
    expect(sorted.map(({ title }) => title)).toEqual(["Äpfel", "apple", "Pattern 2", "Pattern 10", "Zebra"]);
    const twins = [somePattern({ slug: "b", title: "Twin" }), somePattern({ slug: "a", title: "Twin" })];
    expect(order(twins, OPTIONS).patterns.map(({ slug }) => slug)).toEqual(["a", "b"]);
  });
});

function withShuffled(patterns: Pattern[]): fc.Arbitrary<[Pattern[], Pattern[]]> {
  const { length } = patterns;
  return fc.tuple(fc.constant(patterns), fc.shuffledSubarray(patterns, { minLength: length, maxLength: length }));
}
