import { describe, expect, it } from "vitest";
import { capitalise, findWord, hasLocale, readLocale, speaks } from "../../src/page/locale.js";
import { templateFolders } from "../../src/page/template-files.js";

const FOLDERS = templateFolders(undefined);

/** The words of a locale by dotted key. */
function flatten(word: unknown, key = ""): [string, string][] {
  if (typeof word === "string") return [[key, word]];
  return Object.entries(word ?? {}).flatMap(([step, inner]) => flatten(inner, key === "" ? step : `${key}.${step}`));
}

describe("words of the configuration", () => {
  const usual = new Map(flatten(readLocale(FOLDERS, "en", {}).words));
  const nested = [...usual.keys()].filter((key) => key.includes("."));

  it("take the place of one word each, and none beside it", () => {
    // Of the words under each key the last one.
    const others = new Map(nested.map((key) => [key.replace(/\.[^.]+$/, ""), key]));
    const overrides = Object.fromEntries([...others.values()].map((key) => [key, "Other"]));
    expect(others.size).toBeGreaterThan(20);
    const { words } = readLocale(FOLDERS, "en", overrides);
    expect(new Map(flatten(words))).toEqual(new Map([...usual, ...Object.entries(overrides)]));
  });

  it("leave a list what it is", () => {
    const locale = readLocale(FOLDERS, "en", { "articles.1": "That" });
    expect(Array.isArray(locale.words.articles)).toBe(true);
    expect(findWord(locale, "articles.0")).toBe(usual.get("articles.0"));
    expect(findWord(locale, "articles.1")).toBe("That");
  });

  it("name no place that a list does not have", () => {
    for (const key of ["articles.9", "articles.x", "articles.-1", "articles.length"]) {
      expect(() => readLocale(FOLDERS, "en", { [key]: "That" }), key).toThrow(
        /^words: articles\.\S+: “articles” is a list of/,
      );
    }
  });

  it("may be new ones, two of them side by side", () => {
    const locale = readLocale(FOLDERS, "en", {
      "callouts.salt": "Salt",
      "callouts.flour": "Flour",
      "own.deep.one": "One",
    });
    expect([findWord(locale, "callouts.salt"), findWord(locale, "callouts.flour")]).toEqual(["Salt", "Flour"]);
    expect(findWord(locale, "own.deep.one")).toBe("One");
    expect(findWord(locale, "callouts.note")).toBe(usual.get("callouts.note"));
  });
});

describe("a locale of a region", () => {
  it.each(["pt-BR", "pt_br", "PT-br"])("is that of its language with what it says otherwise: %s", (language) => {
    const [wide, own] = ["pt", language].map((one) => new Map(flatten(readLocale(FOLDERS, one, {}).words)));
    if (!wide || !own) return expect.fail();
    const other = [...own].filter(([key, word]) => wide.get(key) !== word);
    expect(other.length).toBeGreaterThan(0);
    expect(other.length).toBeLessThan(own.size / 2);
    expect([...own.keys()].sort()).toEqual([...wide.keys()].sort());
  });

  it("is that of its language where the region has none", () => {
    expect(readLocale(FOLDERS, "de-AT", {}).words).toEqual(readLocale(FOLDERS, "de", {}).words);
    expect(readLocale(FOLDERS, "en-NZ", {}).words).toEqual(readLocale(FOLDERS, "en", {}).words);
    expect([hasLocale(FOLDERS, "de-AT"), hasLocale(FOLDERS, "tlh")]).toEqual([true, false]);
  });

  it("speaks for a text of its language, unless that is of a region with words of its own", () => {
    const portuguese = readLocale(FOLDERS, "pt", {});
    expect(["pt", "pt-AO", "pt-BR", "es"].map((language) => speaks(portuguese, language, FOLDERS))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(speaks(readLocale(FOLDERS, "pt-BR", {}), "pt", FOLDERS)).toBe(true);
  });
});

it("a line begins with a capital, in Dutch with both letters of ij, in Turkish with its own", () => {
  const head = (words: string, language: string): string => capitalise(words, { language });
  expect([head("ijzer", "nl"), head("ijzer", "nl-BE"), head("ijzer", "de")]).toEqual(["IJzer", "IJzer", "Ijzer"]);
  expect([head("ilke", "tr"), head("élan", "fr"), head("", "en")]).toEqual(["İlke", "Élan", ""]);
});
