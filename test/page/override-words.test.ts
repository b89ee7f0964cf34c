import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { settle } from "../../src/commands/settings.js";
import { readLocale } from "../../src/page/locale.js";
import { misplaced, overrideWord } from "../../src/page/override-words.js";
import type { Words } from "../../src/page/words.js";
import { ROOT, temporaryFolder } from "../support/editions.js";

const WORDS: Words = {
  contents: "Contents",
  page_of: ["Page", "of"],
  pack: { steps: [{ title: "Read", text: "One each." }] },
};

describe("a word of the configuration", () => {
  test("takes the place of one, of an entry of a list, and of a word in such an entry", () => {
    expect(overrideWord(WORDS, "contents", "Inside")).toEqual({ ...WORDS, contents: "Inside" });
    expect(overrideWord(WORDS, "page_of.0", "Leaf").page_of).toEqual(["Leaf", "of"]);
    expect(overrideWord(WORDS, "pack.steps.0.text", "Two each.").pack).toEqual({
      steps: [{ title: "Read", text: "Two each." }],
    });
    expect(WORDS.page_of).toEqual(["Page", "of"]);
  });

  test("is a new one where no locale has it", () => {
    expect(overrideWord(WORDS, "terms.recipe", "recipe").terms).toEqual({ recipe: "recipe" });
    expect(overrideWord(WORDS, "page_of.2", "in all").page_of).toEqual(["Page", "of", "in all"]);
  });

  test.each([
    ["page_of", "“page_of” is a list of words", "one of the keys page_of.0, page_of.1"],
    ["page_of.3", "“page_of” is a list of 2", "one of the keys page_of.0, page_of.1"],
    ["page_of.first", "“page_of” is a list of 2", "one of the keys page_of.0, page_of.1"],
    ["pack", "“pack” is the name of several words", "one of the keys pack.steps"],
    [
      "pack.steps.0",
      "“pack.steps.0” is the name of several words",
      "one of the keys pack.steps.0.title, pack.steps.0.text",
    ],
    ["contents.title", "“contents” is one word", "the key contents"],
  ])("cannot be %s", (key, found, expected) => {
    expect(misplaced(WORDS, key)).toEqual({ found, expected });
    expect(() => overrideWord(WORDS, key, "x")).toThrow(`words: ${key}: ${found}; expected ${expected}`);
  });

  test("is set in a locale's lists", () => {
    const { words } = readLocale([join(ROOT, "templates")], "en", { "page_of.0": "Leaf" });
    expect(words.page_of).toEqual(["Leaf", "of"]);
  });
});

describe("the configuration", () => {
  const folder = temporaryFolder();
  const configure = (text: string, language?: string): Promise<unknown> => {
    const file = join(folder, "book.yaml");
    writeFileSync(file, text);
    return settle(undefined, { config: file, cache: false, ...(language ? { language } : {}) });
  };

  test("is told in which line a word is none", async () => {
    await expect(configure("words:\n  contents: Inside\n  page_of: Leaf\n")).rejects.toThrow(
      /book\.yaml:3:12: words\.page_of: “page_of” is a list of words; expected one of the keys page_of\.0, page_of\.1$/,
    );
  });

  test("is told so of the words of a language", async () => {
    const text = "languages:\n  es:\n    words:\n      contents.a: Dentro\n";
    await expect(configure(text, "es")).rejects.toThrow(/book\.yaml:4:19: words\.contents\.a: “contents” is one word/);
    await expect(configure(text)).resolves.toBeDefined();
  });

  test("may have words for templates of its own", async () => {
    mkdirSync(join(folder, "mine/locales"), { recursive: true });
    writeFileSync(join(folder, "mine/locales/en.yaml"), "greeting: [Good, morning]\n");
    await expect(configure("templates: mine\nwords: { greeting.0: Fine, other: New }\n")).resolves.toBeDefined();
    await expect(configure("templates: mine\nwords: { greeting.3: Fine }\n")).rejects.toThrow(
      /“greeting” is a list of 2/,
    );
  });
});
