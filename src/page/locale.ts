import { z } from "zod";
import { toKey, toWords } from "../library/slug.js";
import { findTemplate, readTemplateYaml, TemplateError } from "./template-files.js";

/** A word of the interface, or words by key. */
export type Word = string | Word[] | { [key: string]: Word };
export interface Words {
  [key: string]: Word;
}
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
}

const LONGEST_ACRONYM = 3;
const RIGHT_TO_LEFT = /^(ar|fa|he|ur|yi|ps|dv)(-|$)/i;

/**
 * Reads the locale files of a language: `de-CH.yaml` over `de.yaml` over `en.yaml`, and in each the user's over ours. Each
 * holds what differs from the one below it. The grouping that ships has files of its own, read before them.
 * @param overrides words of the configuration, by dotted key
 * @throws TemplateError when a locale file holds anything but words
 */
export function readLocale(folders: readonly string[], language: string, overrides: Record<string, string>): Locale {
  const names = new Set(["en", baseOf(language), language]);
  const files = [...names].flatMap((name) => [`groupings/universality/${name}.yaml`, `locales/${name}.yaml`]);
  const words = files.reduce<Words>((under, file) => merge(under, readWords(folders, file)), {});
  for (const [key, word] of Object.entries(overrides)) set(words, key.split("."), word);
  return { language, direction: directionOf(language), words };
}

/** Which way a language is written. */
export function directionOf(language: string): Locale["direction"] {
  return RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
}

/** The language without its region: `de-CH` → `de`. */
function baseOf(language: string): string {
  return language.split("-")[0] ?? language;
}

/** Whether a locale's words are those of a text in a language: it has no file of its own for its region. */
export function speaks({ language: own }: Locale, language: string, folders: readonly string[]): boolean {
  if (own === language) return true;
  if (baseOf(own) !== baseOf(language)) return false;
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

/** A contributor, and in brackets what they did: from the locale, else made of its key. */
export function creditName(locale: Locale, { name, role }: { name: string; role?: string }): string {
  if (!role) return name;
  const known = findWord(locale, `roles.${toKey(role)}`);
  return `${name} (${known ?? (isKey(role) ? role.replaceAll(/[-_]+/g, " ") : role)})`;
}

/** An origin: from the locale; a key that it does not have (`porto-alegre`) is more often a name than a common noun. */
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

/** Words at the head of a line: the first letter is a capital. */
export function capitalise(words: string, { language }: Pick<Locale, "language">): string {
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
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

function set(words: Words, [key, ...rest]: string[], value: string): void {
  if (key === undefined) return;
  const inner = Object.hasOwn(words, key) ? words[key] : undefined;
  if (rest.length === 0) words[key] = value;
  else {
    const next = isWords(inner) ? inner : {};
    words[key] = next;
    set(next, rest, value);
  }
}
