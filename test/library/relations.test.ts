import { describe, expect, it } from "vitest";
import { collectNames } from "../../src/library/names.js";
import type { NumberedPattern, RelationClaim } from "../../src/library/pattern.js";
import { INVERSE, relate } from "../../src/library/relations.js";
import { numbered } from "../support/patterns.js";

const PLACE = { line: 1, column: 1 };

function claim(kind: RelationClaim["kind"], target: string, more: Partial<RelationClaim> = {}): RelationClaim {
  return { kind, target, place: PLACE, ...more };
}

function relationsOf(slug: string, patterns: readonly NumberedPattern[]) {
  return relate(patterns, collectNames(patterns)).relations.get(`slug:${slug}`);
}

const UP = claim("generalizes_from", "oven", { weight: 0.9, description: "As the bread says." });
const DOWN = claim("specializes_to", "bread", { weight: 0.2, description: "As the oven says." });

describe("a relation that both ends state", () => {
  // Whichever file is read first.
  it.each([
    [1, 2],
    [2, 1],
  ])("has at each end the words of that end (%i, %i)", (oven, bread) => {
    const patterns = [
      numbered(oven, { slug: "oven", claims: [DOWN] }),
      numbered(bread, { slug: "bread", claims: [UP] }),
    ].sort((a, b) => a.number - b.number);
    expect(relationsOf("oven", patterns)).toEqual([
      { kind: "specializes_to", target: "slug:bread", weight: 0.2, description: "As the oven says.", stated: true },
    ]);
    expect(relationsOf("bread", patterns)).toEqual([
      { kind: "generalizes_from", target: "slug:oven", weight: 0.9, description: "As the bread says.", stated: true },
    ]);
  });

  it("is one of its kind, beside those of other kinds", () => {
    const patterns = [
      numbered(1, { slug: "oven", claims: [DOWN, claim("related", "bread")] }),
      numbered(2, { slug: "bread", claims: [UP, claim("related", "oven")] }),
    ];
    expect(relationsOf("oven", patterns)?.map(({ kind }) => kind)).toEqual(["specializes_to", "related"]);
  });
});

describe("a relation that one end states", () => {
  const patterns = [
    numbered(1, { slug: "mill" }),
    numbered(2, { slug: "oven", claims: [claim("requires", "mill", { weight: 0 }), claim("enables", "lost")] }),
    numbered(3, { slug: "bread", claims: [claim("requires", "mill"), claim("requires", "bread")] }),
  ];

  it("is derived at the other, with its words, in the order of the book", () => {
    expect(relationsOf("mill", patterns)).toEqual([
      { kind: "required_by", target: "slug:oven", weight: 0, stated: false },
      { kind: "required_by", target: "slug:bread", stated: false },
    ]);
  });

  it("leads to no pattern or to itself: the one is told, the other is nothing", () => {
    expect(relate(patterns, collectNames(patterns)).broken).toEqual([
      { pattern: "slug:oven", claim: claim("enables", "lost") },
    ]);
    expect(relationsOf("bread", patterns)).toHaveLength(1);
  });
});

it("every kind read from its other end and back is itself", () => {
  for (const [kind, inverse] of Object.entries(INVERSE)) expect(INVERSE[inverse]).toBe(kind);
});
