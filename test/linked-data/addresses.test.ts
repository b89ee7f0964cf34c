import { describe, expect, it } from "vitest";
import {
  licenseAddress,
  mintIris,
  replaceLoneSurrogates,
  toNamespace,
  toReference,
} from "../../src/linked-data/iri.js";
import { languageTag } from "../../src/linked-data/language.js";

const named = (slug: string) => ({ id: `id of ${slug}`, slug });

describe("addresses below a base", () => {
  it("are absolute, whether or not the base ends in a slash", () => {
    for (const base of ["https://example.org/p", "https://example.org/p/", "https://example.org/p/?q=1#top"]) {
      expect(mintIris({ base, iri: "slug" }, "seeds").pattern(named("seed-library"))).toBe(
        "https://example.org/p/seed-library/",
      );
    }
  });

  it("never meet: a pattern called dataset, a section called score, a value that is no word of an address", () => {
    const iris = mintIris({ base: "https://example.org/", iri: "slug" }, "seeds");
    expect(iris.pattern(named("dataset"))).not.toBe(iris.dataset);
    expect(iris.pattern(named("domain"))).not.toBe(iris.facet("domain"));
    expect(iris.concept("origin", "a b#c/ü")).toBe("https://example.org/origin#a%20b%23c%2F%C3%BC");
  });

  it("hold no half of a surrogate pair", () => {
    expect(mintIris({ base: "https://example.org/", iri: "slug" }, "seeds").agent("a\ud800")).toBe(
      "https://example.org/agent#a%EF%BF%BD",
    );
    expect(replaceLoneSurrogates("a\udc00 🌱")).toBe("a\ufffd 🌱");
  });

  it("have a namespace that ends where a term begins", () => {
    expect(toNamespace("https://example.org/ns")).toBe("https://example.org/ns#");
    expect(toNamespace("https://example.org/ns/")).toBe("https://example.org/ns/");
  });
});

describe("addresses by id", () => {
  it("stay when a pattern is renamed, and have no former ones", () => {
    const iris = mintIris({ base: "https://example.org/", iri: "id" }, "seeds");
    expect(iris.pattern({ id: "a b/1", slug: "oven" })).toBe("https://example.org/a%20b%2F1/");
    expect(iris.former("hearth")).toBeUndefined();
  });
});

describe("names without a base", () => {
  const iris = mintIris({ base: undefined, iri: "slug" }, "seeds");
  const id = "01890a5d-ac96-774b-bcce-b302099a8057";

  it("are URNs of the UUID that an id is, or holds as a TypeID", () => {
    expect(iris.pattern({ id, slug: "oven" })).toBe(`urn:uuid:${id}`);
    // The example of the TypeID specification.
    expect(iris.pattern({ id: "prefix_01h455vb4pex5vsknk084sn02q", slug: "oven" })).toBe(`urn:uuid:${id}`);
  });

  it.each(["oven", "slug:oven", "PAT_01h455vb4pex5vsknk084sn02q", "pat_81h455vb4pex5vsknk084sn02q", "12", "é 🌱"])(
    "are UUIDs made of any other id, in each library another: %s",
    (id) => {
      const urn = iris.pattern({ id, slug: "x" });
      expect(urn).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(mintIris({ base: undefined, iri: "slug" }, "herbs").pattern({ id, slug: "x" })).not.toBe(urn);
      expect(iris.pattern({ id: `${id} `, slug: "x" })).not.toBe(urn);
    },
  );

  it("are URNs for all else too, of which none meets another", () => {
    const all = [
      iris.scheme,
      iris.dataset,
      iris.part("period"),
      iris.file("patterns.csv"),
      iris.part("sha256", "patterns.csv"),
      iris.facet("origin"),
      iris.concept("origin", "a b#c/ü"),
      iris.agent("Ada"),
      iris.detail({ id, slug: "oven" }, "overview"),
      `${iris.fieldNamespace}maturity`,
      toNamespace(undefined),
    ];
    expect(new Set(all).size).toBe(all.length);
    // RFC 8141: one # at most, and no character that would have to be escaped.
    for (const urn of all) expect(urn).toMatch(/^urn:uuid:[0-9a-f-]{36}(?:#[\w.~!$&'()*+,;=:@/?%-]*)?$/);
  });
});

describe("an address in a field", () => {
  it.each(["https://example.org/a?b=c#d", "http://example.org/%20(x)/ü"])("is an IRI as written: %s", (written) => {
    expect(toReference(written)).toBe(written);
  });

  it.each([
    "example.org",
    "https://example.org/a b",
    "https://example.org/100%",
    "https://example.org/#a#b",
    "https://",
    "javascript:alert(1)",
    "n.d.",
  ])("is a literal where it is none: %s", (written) => {
    expect(toReference(written)).toEqual({ "@value": written });
  });

  it("is found for the licences whose names tell it", () => {
    expect(licenseAddress("CC-BY-SA-4.0")).toBe("https://creativecommons.org/licenses/by-sa/4.0/");
    expect(licenseAddress("CC0-1.0")).toBe("https://creativecommons.org/publicdomain/zero/1.0/");
    expect(licenseAddress("https://example.org/terms")).toBe("https://example.org/terms");
    expect(licenseAddress("all rights kept")).toBeUndefined();
  });
});

describe("the language of a pattern", () => {
  it.each([
    ["de_ch", "de-CH"],
    ["English, mostly", "en-GB"],
    [undefined, "en-GB"],
  ])("%s is %s in a book in British English", (written, tag) => {
    expect(languageTag(written, "en-GB")).toBe(tag);
  });
});
