import { toWords } from "../library/slug.js";
import { readTemplateYaml } from "./template-files.js";

/** A word of the interface, or words by key. */
export type Word = string | Word[] | { [key: string]: Word };
export interface Words {
  [key: string]: Word;
}

/** The interface in one language. */
export interface Locale {
  /** BCP 47. */
  language: string;
  direction: "ltr" | "rtl";
  words: Words;
}

const RIGHT_TO_LEFT = /^(ar|fa|he|ur|yi|ps|dv)(-|$)/i;

/**
 * Reads the locale file of a language; where there is none, of its base language, then of English.
 * @param overrides words of the configuration, by dotted key
 */
export function readLocale(folders: readonly string[], language: string, overrides: Record<string, string>): Locale {
  const base = language.split("-")[0] ?? language;
  const english = readTemplateYaml(folders, "locales/en.yaml") ?? {};
  const own = [language, base]
    .map((name) => readTemplateYaml(folders, `locales/${name}.yaml`))
    .find((file) => file !== undefined);
  const words = merge(english as Words, (own ?? {}) as Words); // locale files hold words, lists and maps of words
  for (const [key, word] of Object.entries(overrides)) set(words, key.split("."), word);
  return { language, direction: RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr", words };
}

/** The word at a dotted key; the key itself when the locale has none. */
export function word(locale: Locale, key: string): string {
  let found: Word | undefined = locale.words;
  for (const step of key.split(".")) {
    if (typeof found !== "object" || found === undefined) return key;
    found = Array.isArray(found) ? found[Number(step)] : found[step];
  }
  return typeof found === "string" ? found : key;
}

/** A domain's name: from the locale, else made of its key. */
export function domainName(locale: Locale, domain: string): string {
  const name = word(locale, `domains.${domain}`);
  return name.startsWith("domains.") ? toWords(domain) : name;
}

/** A kind or an era in a sentence: from the locale, else made of its key. */
export function termName(locale: Locale, term: string): string {
  const name = word(locale, `terms.${term}`);
  return name.startsWith("terms.") ? toWords(term).toLocaleLowerCase(locale.language) : name;
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
  const inner = words[key];
  if (rest.length === 0) words[key] = value;
  else {
    const next = isWords(inner) ? inner : {};
    words[key] = next;
    set(next, rest, value);
  }
}
