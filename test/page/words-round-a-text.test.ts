import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { markText } from "../../src/page/languages/marks.js";
import { findWord, isMixed, readLocale, word } from "../../src/page/locale.js";
import { openTemplates } from "../../src/page/templates.js";
import { ROOT, temporaryFolder } from "../support/editions.js";

const OURS = join(ROOT, "templates");
const WORDS = { contents: "What is here", "relations_as.related": "Beside it", "terms.recipe": "Recipe" };

function open(language: string, folders = [OURS]): ReturnType<typeof openTemplates> {
  return openTemplates(folders, readLocale(folders, language, WORDS));
}

test("a text in the language of its book has the book's words round it", () => {
  const { localeOf } = open("en");
  expect(word(localeOf("en"), "contents")).toBe("What is here");
  expect(localeOf("en-AU")).toBe(localeOf("en"));
});

test("one in another language has the words of that, and what those lack in the book's, which say so", () => {
  const spanish = open("en").localeOf("es-MX");
  expect(word(spanish, "relations_as.related")).toBe("Véase también");
  expect(findWord(spanish, "terms.recipe")).toBe(markText("Recipe", "en"));
  expect(open("es").localeOf("en").words.footnotes).toBe("Notes");
  const swedish = temporaryFolder();
  mkdirSync(join(swedish, "locales"));
  writeFileSync(join(swedish, "locales/sv.yaml"), "contents: Innehåll\n");
  const own = open("fr", [swedish, OURS]).localeOf("sv");
  expect([own.words.contents, own.words.record]).toEqual(["Innehåll", markText("À propos de ce motif", "fr")]);
});

test("one in a region of the book's language has the words of that region, under those of the configuration", () => {
  const swiss = open("de").localeOf("de-CH");
  expect([swiss.language, word(swiss, "contents")]).toEqual(["de-CH", "What is here"]);
  expect(open("de").signs("de-CH").outer).toEqual(["«", "»"]);
});

test("one in a language that nobody wrote words for has the book's, which say so", () => {
  const klingon = open("de").localeOf("tlh");
  expect(word(klingon, "record")).toBe(markText("Zu diesem Muster", "de"));
  expect([klingon.language, isMixed(klingon)]).toEqual(["de", true]);
});
