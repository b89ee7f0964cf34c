import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Word } from "../../src/page/words.js";
import { ROOT } from "../support/editions.js";

const FOLDERS = ["templates/locales", "templates/groupings/universality"].map((folder) => join(ROOT, folder));
const LANGUAGES = readdirSync(join(ROOT, "templates/locales")).map((file) => file.replace(/\.yaml$/, ""));
// A region's file holds only what is different there.
const WHOLE = LANGUAGES.filter((language) => !language.includes("-"));
const REGIONS = LANGUAGES.filter((language) => language.includes("-"));

const ENGLISH = wordsOf("en");
// English makes these of their keys.
const NAMES = /^(terms|states|roles|domains|origins)\./;
// A field without words of its own takes those about any field.
const OF_FIELDS =
  /^groupings\.[a-z]+\.(label|in_text|title|parts|chapters|chapters_titles|alone|alone_titles|by|all|others|cover)$/;
const named = new Set(WHOLE.flatMap((language) => [...wordsOf(language).keys()].filter((key) => NAMES.test(key))));
// Not every language has articles, nor words that lack a letter; and where the name of a field changes within a sentence, it
// wants sentences of its own.
const OWN =
  /^(articles(\.|$)|elisions$|comma$|groupings\.\w+\.(parts|chapters|chapters_titles|alone|alone_titles|by|all|others)$)/;
const needed = [...new Set([...ENGLISH.keys(), ...named])].filter((key) => !OWN.test(key)).sort();

/** The words of a language by dotted key, as its files have them. */
function wordsOf(language: string): Map<string, string> {
  return new Map(FOLDERS.flatMap((folder) => flatten(read(join(folder, `${language}.yaml`)))));
}

function read(path: string): Word {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
}

function flatten(word: Word, key = ""): [key: string, word: string][] {
  if (typeof word === "string") return [[key, word]];
  return Object.entries(word).flatMap(([step, inner]) => flatten(inner, key === "" ? step : `${key}.${step}`));
}

/** What the program fills in: `{count}`, and what the page of the dataset counts. */
function slotsIn(word: string | undefined): string[] {
  return (word?.match(/\{\w+\}|\b(?:SHOWN|ALL)\b/g) ?? []).sort();
}

describe.each(WHOLE)("the words in %s", (language) => {
  const words = wordsOf(language);

  test("are all there, as many in every list, and no others", () => {
    const own = [...words.keys()].filter((key) => !OWN.test(key));
    expect(own.filter((key) => !needed.includes(key) && !OF_FIELDS.test(key))).toEqual([]);
    if (language !== "en") expect(needed.filter((key) => !words.has(key))).toEqual([]);
    expect(words.has("elisions")).toBe(true);
  });

  test("have the places that are filled in, and the figures of English", () => {
    for (const key of ENGLISH.keys()) expect([key, slotsIn(words.get(key))]).toEqual([key, slotsIn(ENGLISH.get(key))]);
    const figures = [...ENGLISH].filter(([, word]) => !/\p{L}/u.test(word) && /\d/.test(word));
    expect(figures.map(([key]) => [key, words.get(key)])).toEqual(figures);
  });

  test("are words, in the signs of print", () => {
    for (const [key, word] of words) {
      if (OWN.test(key)) continue;
      // Signs have the space before them.
      if (!/^(semi)?colon$/.test(key)) expect([key, word]).toEqual([key, word.trim()]);
      expect([key, word]).not.toEqual([key, ""]);
      expect([key, /["'`]|\.\.\.|--| {2}/.test(word)]).toEqual([key, false]);
    }
  });

  test.skipIf(language === "en")("are not those of English", () => {
    const sentences = [...words].filter(([, word]) => word.split(" ").length > 3);
    expect(sentences.filter(([key, word]) => ENGLISH.get(key) === word)).toEqual([]);
    expect(sentences.length).toBeGreaterThan(150);
  });
});

describe.each(REGIONS)("the words in %s", (language) => {
  const base = wordsOf(language.replace(/-.*/, ""));
  const words = wordsOf(language);

  test("are those of the language that differ there", () => {
    expect([...words.keys()].filter((key) => !base.has(key))).toEqual([]);
    const lists = /^(pack\.|ordinals\.|articles\.|tables\.)/;
    expect([...words].filter(([key, word]) => base.get(key) === word && !lists.test(key))).toEqual([]);
    for (const [key, word] of words) expect([key, slotsIn(word)]).toEqual([key, slotsIn(base.get(key))]);
  });

  test("have whole lists: a list takes the place of the one in the language", () => {
    const lengths = (of: Map<string, string>, list: string): number =>
      [...of.keys()].filter((key) => key.startsWith(`${list}.`)).length;
    const lists = new Set([...words.keys()].flatMap((key) => /^(.+?)\.\d+(\.|$)/.exec(key)?.[1] ?? []));
    for (const list of lists) expect([list, lengths(words, list)]).toEqual([list, lengths(base, list)]);
  });
});

test("Arabic has its own signs between the members of a list, and none of Latin between its words", () => {
  const words = wordsOf("ar");
  expect([words.get("comma"), words.get("semicolon")]).toEqual(["،", "؛"]);
  for (const [key, word] of words) expect([key, /\p{Script=Arabic}[,;?]/u.test(word)]).toEqual([key, false]);
});

test("French stands off its high signs and within its marks by spaces that do not break", () => {
  for (const [key, word] of wordsOf("fr")) {
    expect([key, /[^\u202f][;!?](?=\s|$)|[^\u00a0]:(?=\s|$)|«[^\u202f]|[^\u202f]»/.test(word)]).toEqual([key, false]);
  }
});
