import { describe, expect, it } from "vitest";
import { collectNames } from "../../src/library/names.js";
import type { NumberedPattern, RelationClaim } from "../../src/library/pattern.js";
import { relate } from "../../src/library/relations.js";
import { mintIris } from "../../src/linked-data/iri.js";
import { describeRelations, listClashes, listCycles } from "../../src/linked-data/relations.js";
import { numbered } from "../support/patterns.js";

const IRIS = mintIris({ base: "https://example.org/", iri: "slug" }, "bakery");
const claim = (
  kind: RelationClaim["kind"],
  target: string,
  line = 1,
  more: Partial<RelationClaim> = {},
): RelationClaim => ({
  kind,
  target,
  place: { line, column: 1 },
  ...more,
});

function libraryOf(...patterns: NumberedPattern[]) {
  const names = collectNames(patterns);
  const { relations } = relate(patterns, names);
  return { patterns, names, relations, byId: new Map(patterns.map((pattern) => [pattern.id, pattern])) };
}

describe("the claims of a pattern", () => {
  const oven = numbered(1, {
    slug: "oven",
    claims: [
      claim("requires", "mill", 3, { weight: 0.5, description: "For flour." }),
      claim("requires", "mill", 4),
      claim("enables", "lost", 5),
      claim("related", "lost", 6),
    ],
  });
  const library = libraryOf(oven, numbered(2, { slug: "mill" }));
  const described = describeRelations(oven, library, IRIS);

  it("have each an address of its own, two of one kind to one pattern as well", () => {
    expect(described.statedRelation).toEqual([
      {
        "@id": "https://example.org/oven/#claim.1",
        "@type": "Relation",
        kind: expect.any(String),
        target: "https://example.org/mill/",
        targetName: "mill",
        weight: 0.5,
        description: "For flour.",
        line: 3,
      },
      expect.objectContaining({ "@id": "https://example.org/oven/#claim.2", line: 4, weight: undefined }),
    ]);
    expect(described.unresolvedRelation).toEqual([
      expect.objectContaining({ "@id": "https://example.org/oven/#claim.3", targetName: "lost", target: undefined }),
      expect.objectContaining({ "@id": "https://example.org/oven/#claim.4" }),
    ]);
  });

  it("are a property from both ends", () => {
    const mill = library.patterns[1] ?? expect.fail();
    expect(Object.values(described)).toContainEqual(["https://example.org/mill/"]);
    expect(Object.values(describeRelations(mill, library, IRIS))).toContainEqual(["https://example.org/oven/"]);
  });
});

describe("patterns that are related though one is above the other", () => {
  // Bread is above the oven by way of the mill.
  const library = libraryOf(
    numbered(1, { slug: "oven", claims: [claim("generalizes_from", "mill"), claim("related", "bread")] }),
    numbered(2, { slug: "mill", claims: [claim("generalizes_from", "bread")] }),
    numbered(3, { slug: "bread", claims: [claim("related", "salt")] }),
    numbered(4, { slug: "salt" }),
  );

  it("are found, and not said to be related in SKOS, from either end; the claim stays", () => {
    expect(listClashes(library).map(({ upper, lower }) => `${upper.slug} ${lower.slug}`)).toEqual(["bread oven"]);
    const [oven, , bread] = library.patterns;
    if (!oven || !bread) return expect.fail();
    const relatedOf = (pattern: NumberedPattern) => describeRelations(pattern, library, IRIS).related;
    expect(relatedOf(oven)).toBeUndefined();
    expect(relatedOf(bread)).toEqual(["https://example.org/salt/"]);
    expect(describeRelations(oven, library, IRIS).statedRelation).toHaveLength(2);
  });

  it("are in no circle, unless one is above itself", () => {
    expect(listCycles(library)).toEqual([]);
    const round = libraryOf(
      numbered(1, { slug: "a", claims: [claim("generalizes_from", "b")] }),
      numbered(2, { slug: "b", claims: [claim("generalizes_from", "a")] }),
      numbered(3, { slug: "c", claims: [claim("generalizes_from", "a")] }),
    );
    expect(listCycles(round).map(({ slug }) => slug)).toEqual(["a", "b"]);
  });
});
