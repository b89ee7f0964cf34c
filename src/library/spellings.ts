import { acronymsIn } from "./acronyms.js";
import { CLASSIFICATIONS, type Classes, type ClassScheme, classify } from "./classification.js";
import { keyOf } from "./groups.js";
import type { Library } from "./library.js";
import type { Pattern } from "./pattern.js";
import { singularsOf } from "./plural.js";

/** One value of a scheme, however files write it. */
export interface Value {
  scheme: ClassScheme;
  /** Small letters, words joined by hyphens; the singular where that is written too. */
  key: string;
  /** What files write, with the number of fields that do; first what it is best called by. */
  spellings: readonly { written: string; count: number }[];
}

/** The values of a library: one for all spellings that differ by case, by hyphens or by the ending of the plural. */
export interface Values {
  all: readonly Value[];
  find(scheme: ClassScheme, written: string): Value | undefined;
  /** The keys of what a pattern says. */
  classify(pattern: Pattern): Classes;
}

/** @param library the whole of it, selected or not: a selection has the keys of the whole */
export function collectValues({ byId, translations }: Pick<Library, "byId" | "translations">): Values {
  const patterns = [...byId.values()];
  const isEnglish = /^en\b/i.test(translations.book);
  const schemes = new Map(
    [...countSpellings(patterns)].map(([scheme, counts]) => [scheme, fold(scheme, counts, isEnglish)]),
  );
  const find: Values["find"] = (scheme, written) => schemes.get(scheme)?.get(foldSigns(scheme, written));
  return {
    all: [...schemes.values()].flatMap((values) => [...new Set(values.values())]),
    find,
    classify: (pattern) => toKeys(classify(pattern), find),
  };
}

function toKeys(written: Classes, find: Values["find"]): Classes {
  const keyOfValue = (scheme: ClassScheme) => (value: string) => find(scheme, value)?.key ?? foldSigns(scheme, value);
  const entries = CLASSIFICATIONS.map(({ key, scheme }) => {
    const value = written[key];
    if (value === null) return [key, null];
    return [key, typeof value === "string" ? keyOfValue(scheme)(value) : [...new Set(value.map(keyOfValue(scheme)))]];
  });
  return Object.fromEntries(entries) as Classes; // the keys of the table itself, each with what it had
}

function countSpellings(patterns: readonly Pattern[]): Map<ClassScheme, Map<string, number>> {
  const schemes = new Map<ClassScheme, Map<string, number>>();
  for (const pattern of patterns) {
    const written = classify(pattern);
    for (const { scheme, key } of CLASSIFICATIONS) {
      const counts = schemes.get(scheme) ?? new Map<string, number>();
      schemes.set(scheme, counts);
      for (const value of [written[key] ?? []].flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return schemes;
}

/** Values by all their keys: that of a plural leads to the value that its singular has. */
function fold(scheme: ClassScheme, counts: ReadonlyMap<string, number>, isEnglish: boolean): Map<string, Value> {
  const keys = new Set([...counts.keys()].map((written) => foldSigns(scheme, written)));
  const singular = (key: string): string => {
    const found = isEnglish ? singularsOf(key).find((other) => keys.has(other)) : undefined;
    return found === undefined ? key : singular(found);
  };
  const spellings = new Map<string, { written: string; count: number }[]>();
  for (const [written, count] of counts) {
    const key = singular(foldSigns(scheme, written));
    spellings.set(key, [...(spellings.get(key) ?? []), { written, count }]);
  }
  const values = new Map([...spellings].map(([key, all]) => [key, { scheme, key, spellings: all.sort(compare) }]));
  return new Map(
    [...keys].flatMap((key) => {
      const value = values.get(singular(key));
      return value ? [[key, value] as const] : [];
    }),
  );
}

/**
 * A value in small letters, its words joined by hyphens. Other signs tell values apart, `C++` and `C`; but the fields of a
 * book's chapters go by the keys of those.
 */
function foldSigns(scheme: ClassScheme, written: string): string {
  if (scheme === "domain") return keyOf(written);
  const key = written.normalize("NFC").toLowerCase().replace(/[’ʼ]/g, "'");
  return key.replace(/[\s_\-\u2010-\u2015]+/g, "-").replace(/^-+(?=.)|(?<=.)-+$/g, "");
}

type Spelling = Value["spellings"][number];

/** An acronym among words says most of how a value is called, then other words; a key says least. */
function compare(a: Spelling, b: Spelling): number {
  return rank(a) - rank(b) || b.count - a.count || (a.written < b.written ? -1 : 1);
}

function rank({ written }: Spelling): number {
  if (/\p{Ll}/u.test(written) && acronymsIn(written).length > 0) return 0;
  return /[\s\p{Lu}]/u.test(written) ? 1 : 2;
}
