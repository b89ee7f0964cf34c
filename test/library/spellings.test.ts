import { describe, expect, it } from "vitest";
import { acronymsIn, collectAcronyms, writeAcronyms } from "../../src/library/acronyms.js";
import type { Library } from "../../src/library/library.js";
import type { NumberedPattern } from "../../src/library/pattern.js";
import { collectValues } from "../../src/library/spellings.js";

/** Patterns that say something of their origins and their domain, as far as values are collected from them. */
function library(language: string, ...said: { origins: string[]; domain?: string; title?: string }[]) {
  const patterns = said.map(({ origins, domain, title = "Ford" }, at) => ({
    id: String(at),
    title,
    domain,
    origins,
    crossDomains: [],
    commonsDomains: [],
    categories: [],
    eras: [],
  })) as unknown as NumberedPattern[]; // no other field is read
  const translations = { book: language } as Library["translations"]; // nor here
  return { byId: new Map(patterns.map((pattern) => [pattern.id, pattern])), translations, patterns };
}

function keysOf(language: string, ...origins: string[]): string[] {
  const values = collectValues(library(language, { origins }));
  return origins.map((written) => values.find("origin", written)?.key ?? "");
}

describe("one value, however it is written", () => {
  it.each([
    [["Ada Well", "ada-well", "ADA_WELL"], "ada-well"],
    [["seed libraries", "Seed Library"], "seed-library"],
    [["food-systems", "Food System", "foods-systems"], "food-system"],
    [["process", "Processes"], "process"],
    [["communities of practice", "community-of-practice"], "community-of-practice"],
  ])("%j is %s", (written, key) => {
    expect(new Set(keysOf("en", ...written))).toEqual(new Set([key]));
  });

  it.each([
    ["commons", "common"],
    ["ethics", "ethic"],
    ["news", "new"],
    ["economics", "economic"],
    ["princess", "princes"],
    ["Robin Williams", "Robin William"],
    ["species", "specie"],
    ["C++", "C"],
    ["R&D", "RD"],
    ["means", "mean"],
  ])("%s is not %s", (one, other) => {
    expect(new Set(keysOf("en", one, other)).size).toBe(2);
  });

  it("leaves a plural as it is where no file writes the singular, and in other languages than English", () => {
    expect(keysOf("en", "seed libraries")).toEqual(["seed-libraries"]);
    expect(keysOf("fr", "cours", "cour", "terres", "Terres")).toEqual(["cours", "cour", "terres", "terres"]);
  });

  it("is called by an acronym among words, else by the words most files write, last by a key", () => {
    const spell = (...origins: string[]) =>
      collectValues(library("en", { origins })).all.find(({ scheme }) => scheme === "origin")?.spellings[0]?.written;
    expect(spell("ai-governance", "ai-governance", "Ai Governance", "AI governance")).toBe("AI governance");
    expect(spell("Toyota", "TOYOTA", "Toyota", "toyota")).toBe("Toyota");
    expect(spell("mit", "MIT", "mit")).toBe("MIT");
  });

  it("counts a pattern's value once in the keys of what it says", () => {
    const made = library("en", { origins: ["Ada Well", "ada-well"], domain: "Food & Water" });
    const [pattern] = made.patterns;
    expect(pattern && collectValues(made).classify(pattern)).toMatchObject({
      origins: ["ada-well"],
      domain: "food-water",
      universality: null,
    });
  });
});

describe("acronyms", () => {
  it("are known from titles and values, but not what is a word as well", () => {
    const { patterns } = library(
      "en",
      { origins: [], title: "AI for Everybody, IT for Some" },
      { origins: ["NVC practice"], title: "Ask who is in" },
      { origins: [], title: "WHO, and a LOUD ASK" },
    );
    const known = collectAcronyms(patterns);
    expect(writeAcronyms("Ai governance, nvc, make it, said", known)).toBe("AI governance, NVC, make it, said");
    expect(known.has("who")).toBe(false);
  });

  it("are no shouted words", () => {
    expect(acronymsIn("CARE WORK")).toEqual([]);
    expect(acronymsIn("UN")).toEqual(["UN"]);
  });
});
