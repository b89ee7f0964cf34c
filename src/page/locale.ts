import { z } from "zod";
import { toKey, toWords } from "../library/slug.js";
import { isMarked, mapMarked, markWords } from "./languages/marks.js";
import { overrideWord } from "./override-words.js";
import { findTemplate, readTemplateYaml, TemplateError } from "./template-files.js";
import { directionOf } from "./text-direction.js";
import type { Word, Words } from "./words.js";

const wordSchema: z.ZodType<Word> = z.lazy(() =>
  z.union([z.string(), z.array(wordSchema), z.record(z.string(), wordSchema)]),
);
const pairSchema = z.string().regex(/^[^…]+…[^…]+$/, "expected both marks with an ellipsis between them, as in “…”");
const wordsSchema = z
  .looseObject({
    quotation_marks: z.object({ outer: pairSchema, inner: pairSchema }).partial().optional(),
    elisions: z.string().optional(),
  })
  .pipe(z.record(z.string(), wordSchema));

/** The interface in one language. */
export interface Locale {
  /** BCP 47. */
  language: string;
  direction: "ltr" | "rtl";
  words: Words;
  /** Those of the configuration among them, by dotted key. */
  overrides: Readonly<Record<string, string>>;
}

const LONGEST_ACRONYM = 3;
const FALLBACK = "en";

/**
 * Reads the locale files of a language: `de-CH.yaml` over `de.yaml` over `en.yaml`, and in each the user's over ours. Each
 * holds what differs from the one below it. The grouping that ships has files of its own, read before them. In another
 * language the words that remain those of English are marked as such.
 * @param overrides words of the configuration, by dotted key
 * @throws TemplateError when a locale file holds anything but words, or a key no place in a list
 */
export function readLocale(folders: readonly string[], language: string, overrides: Record<string, string>): Locale {
  const english = readAll(folders, [FALLBACK], {});
  const isEnglish = isSameLanguage(language, FALLBACK);
  const own = namesOf(language).filter((name) => name !== FALLBACK);
  const written = readAll(folders, own, isEnglish ? english : markWords(english, FALLBACK));
  const words = Object.entries(overrides).reduce((under, [key, text]) => overrideWord(under, key, text), written);
  return { language, direction: directionOf(language), words, overrides };
}

function readAll(folders: readonly string[], names: readonly string[], under: Words): Words {
  return names
    .flatMap((name) => [`groupings/universality/${name}.yaml`, `locales/${name}.yaml`])
    .reduce<Words>((below, file) => merge(below, readWords(folders, file)), under);
}

/**
 * The interface round a text in a language, in a book that may be in another: that of the language where there is a file for
 * it, with those of the book for what it lacks; else the book's. Words of the book say that they are in its language.
 * @throws TemplateError when a locale file holds anything but words
 */
export function localeRound(folders: readonly string[], language: string, book: Locale): Locale {
  if (speaks(book, language, folders)) return book;
  if (isSameLanguage(book.language, language)) return readLocale(folders, language, book.overrides);
  const words = markWords(book.words, book.language);
  if (!hasLocale(folders, language)) return { ...book, words };
  return {
    language,
    direction: directionOf(language),
    words: readAll(folders, namesOf(language), words),
    overrides: {},
  };
}

/** Whether two languages are one but for their regions: `de` and `de-CH`. */
export function isSameLanguage(one: string, other: string): boolean {
  return baseOf(one) === baseOf(other);
}

const mixed = new WeakMap<Locale["words"], boolean>();

/** Whether words need to state their language: not if everything that is shown is in one language. */
export function isMixed({ words }: Locale): boolean {
  const known = mixed.get(words) ?? listTexts(words).some(isMarked);
  mixed.set(words, known);
  return known;
}

/** How many words of an interface there are, and how many of them come from English. */
export function countBorrowed({ words }: Locale): { words: number; borrowed: number } {
  const { quotation_marks: _, elisions: __, articles: ___, ...shown } = words;
  const texts = listTexts(shown).filter((text) => /\p{L}/u.test(text.replace(/\{\w+\}/g, "")));
  return { words: texts.length, borrowed: texts.filter(isMarked).length };
}

function listTexts(word: Word): string[] {
  return typeof word === "string" ? [word] : Object.values(word).flatMap(listTexts);
}

/** The language without its region: `de-CH` → `de`. */
function baseOf(language: string): string {
  return namesOf(language)[0] ?? language;
}

/** What the locale files of a language may be called, the most general first: `zh`, `zh-Hant`, `zh-Hant-TW`. */
function namesOf(language: string): string[] {
  const subtags = canonical(language).split("-");
  return [...new Set([...subtags.map((_, at) => subtags.slice(0, at + 1).join("-")), language])];
}

/** As BCP 47 writes it; what is no language tag stays as it is. */
function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.replaceAll("_", "-"))[0] ?? language;
  } catch {
    return language;
  }
}

/** Whether a language has a locale file, ours or the user's. */
export function hasLocale(folders: readonly string[], language: string): boolean {
  return namesOf(language).some((name) => findTemplate(folders, `locales/${name}.yaml`) !== undefined);
}

/** Whether a locale's words are those of a text in a language: it has no file of its own for its region. */
export function speaks({ language: own }: Locale, language: string, folders: readonly string[]): boolean {
  if (own === language) return true;
  if (!isSameLanguage(own, language)) return false;
  return !language.includes("-") || findTemplate(folders, `locales/${language}.yaml`) === undefined;
}

/** The words of one file, the user's over ours. */
function readWords(folders: readonly string[], file: string): Words {
  return folders.toReversed().reduce<Words>((under, folder) => {
    const result = wordsSchema.safeParse(readTemplateYaml([folder], file) ?? {});
    if (result.success) return merge(under, result.data);
    const [issue] = result.error.issues;
    const expected =
      issue?.code === "invalid_format" ? issue.message : "expected words; put quotes round numbers and yes or no";
    throw new TemplateError(`${file}: ${issue?.path.join(".")}: ${expected}`);
  }, {});
}

/** The word at a dotted key. Throws TemplateError when no locale file has it. */
export function word(locale: Locale, key: string): string {
  const found = findWord(locale, key);
  if (found !== undefined) return found;
  throw new TemplateError(`locales: there is no word ${key}; expected one in locales/en.yaml`);
}

/** The same; undefined when no locale file has it. */
export function findWord({ words }: Locale, key: string): string | undefined {
  let found: Word | undefined = words;
  for (const step of key.split(".")) {
    if (typeof found !== "object") return undefined;
    found = Array.isArray(found) ? found[Number(step)] : Object.hasOwn(found, step) ? found[step] : undefined;
  }
  return typeof found === "string" ? found : undefined;
}

/** The label of a callout by its kind as written: from the locale, else made of it. */
export function calloutName(locale: Locale, kind: string): string {
  const known = findWord(locale, `callouts.${toKey(kind)}`);
  if (known !== undefined) return known;
  // `DEEP_DIVE` is shouted for the machine's sake alone; `DeepDive` and `API` are somebody's spelling.
  const shouted = kind === kind.toUpperCase() && kind.length > LONGEST_ACRONYM;
  return capitalise((shouted ? kind.toLowerCase() : kind).replaceAll(/[-_ ]+/g, " ").trim(), locale);
}

/** A word with what stands in it for names in braces: `Patterns by {field}`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? "") : whole,
  );
}

/** A domain's name: from the locale, else made of its key, else as it is written. */
export function domainName(locale: Locale, domain: string): string {
  return findWord(locale, `domains.${toKey(domain)}`) ?? (isKey(domain) ? toWords(domain) : domain);
}

/** A kind or an era in a sentence: from the locale, else made of its key. */
export function termName(locale: Locale, term: string): string {
  return findWord(locale, `terms.${toKey(term)}`) ?? toWords(term).toLocaleLowerCase(locale.language);
}

/** The state of a text, at the head of a line: from the locale, else made of its key. */
export function stateName(locale: Locale, state: string): string {
  return capitalise(findWord(locale, `states.${toKey(state)}`) ?? (isKey(state) ? toWords(state) : state), locale);
}

/** A contributor, and in brackets where they are from, and what they did: from the locale, else made of its key. */
export function creditName(
  locale: Locale,
  { name, role, affiliation }: { name: string; role?: string; affiliation?: string },
): string {
  const known = role && findWord(locale, `roles.${toKey(role)}`);
  const did = role && (known ?? (isKey(role) ? role.replaceAll(/[-_]+/g, " ") : role));
  const more = [affiliation, did].filter(Boolean).join(", ");
  return more ? `${name} (${more})` : name;
}

/** The name of an origin: from the locale; a key that is not there (`porto-alegre`) is treated as a proper name. */
export function originName(locale: Locale, origin: string): string {
  const known = findWord(locale, `origins.${toKey(origin)}`);
  if (known !== undefined || !isKey(origin)) return known ?? origin;
  return origin
    .split(/[-_]+/)
    .map((part) => capitalise(part, locale))
    .join(" ");
}

/** A field's value that is written as a key, `in-review`, not in words. */
function isKey(value: string): boolean {
  return !/[\s\p{Lu}]/u.test(value);
}

/** Words at the head of a line: the first letter is a capital, in Dutch both of `ij`. */
export function capitalise(words: string, { language }: Pick<Locale, "language">): string {
  if (!isMarked(words)) return capitaliseText(words, language);
  let isFirst = true;
  return mapMarked(words, (text, own = language) => {
    const capital = isFirst ? capitaliseText(text, own) : text;
    isFirst = false;
    return capital;
  });
}

function capitaliseText(text: string, language: string): string {
  const length = /^nl(-|$)/i.test(language) && /^ij/i.test(text) ? 2 : 1;
  return text.slice(0, length).toLocaleUpperCase(language) + text.slice(length);
}

function merge(base: Words, own: Words): Words {
  const merged: Words = { ...base };
  for (const [key, value] of Object.entries(own)) {
    const under = merged[key];
    merged[key] = isWords(under) && isWords(value) ? merge(under, value) : value;
  }
  return merged;
}

function isWords(word: Word | undefined): word is Words {
  return typeof word === "object" && !Array.isArray(word);
}
