import { describe, expect, it } from "vitest";
import {
  licenseAddress,
  mintIris,
  replaceLoneSurrogates,
  toNamespace,
  toReference,
} from "../../src/linked-data/iri.js";
import { languageTag } from "../../src/linked-data/language.js";

describe("addresses below a base", () => {
  it("are absolute, whether or not the base ends in a slash", () => {
    for (const base of ["https://example.org/p", "https://example.org/p/", "https://example.org/p/?q=1#top"]) {
      expect(mintIris(base).pattern("seed-library")).toBe("https://example.org/p/seed-library/");
    }
  });

  it("never meet: a pattern called dataset, a section called score, a value that is no word of an address", () => {
    const iris = mintIris("https://example.org/");
    expect(iris.pattern("dataset")).not.toBe(iris.dataset);
    expect(iris.pattern("domain")).not.toBe(iris.facet("domain"));
    expect(iris.concept("origin", "a b#c/ü")).toBe("https://example.org/origin#a%20b%23c%2F%C3%BC");
  });

  it("hold no half of a surrogate pair", () => {
    expect(mintIris("https://example.org/").agent("a\ud800")).toBe("https://example.org/agent#a%EF%BF%BD");
    expect(replaceLoneSurrogates("a\udc00 🌱")).toBe("a\ufffd 🌱");
  });

  it("have a namespace that ends where a term begins", () => {
    expect(toNamespace("https://example.org/ns")).toBe("https://example.org/ns#");
    expect(toNamespace("https://example.org/ns/")).toBe("https://example.org/ns/");
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
