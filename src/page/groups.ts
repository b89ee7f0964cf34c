import { fieldName } from "../library/field-values.js";
import type { GroupName } from "../library/groups.js";
import type { Group, Library, Part } from "../library/library.js";
import type { NumberedPattern } from "../library/pattern.js";
import { toWords } from "../library/slug.js";
import { markText, unmarked } from "./languages/marks.js";
import { capitalise, domainName, fill, findWord, isMixed, type Locale, word } from "./locale.js";
import { toRoman } from "./roman.js";

/** What is said of a grouping: in the locale's words about its field, else about any. */
type GroupingWord = keyof typeof ANY;
const ANY = {
  label: "grouping.label",
  in_text: "grouping.in_text",
  title: "grouping.title",
  parts: "grouping.parts",
  chapters: "grouping.chapters",
  chapters_titles: "grouping.chapters_titles",
  alone: "grouping.alone",
  alone_titles: "grouping.alone_titles",
  by: "grouping.by",
  all: "grouping.all",
  others: "grouping.others",
} as const;

export function groupingWord(locale: Locale, field: string, name: GroupingWord): string {
  const key = fieldName(field);
  const own = findWord(locale, `groupings.${key}.${name}`);
  if (own !== undefined) return own;
  if (name === "label") return capitalise(fill(word(locale, ANY.label), { field: toWords(key) }), locale);
  const inText = findWord(locale, `groupings.${key}.in_text`) ?? key.replaceAll(/[-_.]+/g, " ");
  return fill(word(locale, ANY[name]), { field: inText });
}

/** What a field is called at the head of a line. */
export function fieldLabel(locale: Locale, field: string): string {
  return findWord(locale, `meta.${fieldName(field)}`) ?? groupingWord(locale, field, "label");
}

/**
 * What a group is called that the configuration does not name: a level or a domain as the locale has it; any other as it
 * is written.
 */
export function nameGroup(locale: Locale): (field: string, key: string, written: string) => GroupName {
  return (field, key, written) => {
    const { name = written, sentence } = findGroupWords(locale, field, key, written);
    return { name: unmarked(name), ...(sentence === undefined ? {} : { sentence: unmarked(sentence) }) };
  };
}

function findGroupWords(locale: Locale, field: string, key: string, written: string): Partial<GroupName> {
  const kind = fieldName(field);
  if (kind === "domain") return { name: domainName(locale, written) };
  const term = kind === "category" ? findWord(locale, `terms.${key}`) : undefined;
  const name = term === undefined ? findWord(locale, `${kind}.${key}.name`) : capitalise(term, locale);
  const sentence = findWord(locale, `${kind}.${key}.sentence`);
  return { ...(name === undefined ? {} : { name }), ...(sentence === undefined ? {} : { sentence }) };
}

/**
 * A group as pages show it: its words, where they are those of the locale, say in which language they are.
 * @param locale of the page
 * @param field by which it is made; none where the book has no such groups
 * @param book the locale by which groups were named
 */
export function showGroup(
  locale: Locale,
  field: string | undefined,
  { key, name, sentence }: Pick<Group, "key" | "name" | "sentence">,
  book = locale,
): Pick<Group, "name" | "sentence"> {
  if (field === undefined || name === undefined) return {};
  const wordsIn = (own: Locale): Partial<GroupName> =>
    key === "" ? { name: word(own, "grouping.rest") } : findGroupWords(own, field, key, name);
  const known = wordsIn(book);
  const here = wordsIn(locale);
  // Other names are in the language of the book, whatever the language of the page.
  const isTold = locale !== book || isMixed(locale);
  const show = (own: string, ours?: string, shown = ours): string => {
    if (ours !== undefined && shown !== undefined && unmarked(ours) === own) return shown;
    return isTold ? markText(own, book.language) : own;
  };
  return {
    name: show(name, known.name, here.name),
    ...(sentence === undefined ? {} : { sentence: show(sentence, known.sentence, here.sentence) }),
  };
}

/** The part and the chapter of a pattern as pages show them. */
export function showGroups(
  { by, groups }: Pick<Library, "by" | "groups">,
  { id }: Pick<NumberedPattern, "id">,
  locale: Locale,
  book = locale,
): string[] {
  const { part, chapter } = groups.get(id) ?? {};
  return [part, chapter].flatMap((group, at) => (group && showGroup(locale, by[at], group, book).name) ?? []);
}

/** The part and the chapter of a pattern, as far as the book tells them apart. */
export function groupNames({ groups }: Pick<Library, "groups">, { id }: Pick<NumberedPattern, "id">): string[] {
  const { part, chapter } = groups.get(id) ?? {};
  return [part?.name, chapter?.name].filter((name) => name !== undefined);
}

/** The fields that the book is told to be parted by: those whose groups it names. */
export function namedFields({ by, parts }: Pick<Library, "by" | "parts">): { part?: string; chapter?: string } {
  const [part, chapter] = by;
  return {
    ...(part !== undefined && parts.some(({ name }) => name !== undefined) ? { part } : {}),
    ...(chapter !== undefined && parts.some(({ chapters }) => chapters.some(({ name }) => name !== undefined))
      ? { chapter }
      : {}),
  };
}

/** What the drawing on the cover shows. */
export function coverNote(library: Pick<Library, "by" | "parts">, locale: Locale): string {
  const { part } = namedFields(library);
  return findWord(locale, `groupings.${part && fieldName(part)}.cover`) ?? word(locale, "cover_note");
}

/** `Part One`, `Première partie`; in a book with more parts than the locale has words for, `Part XIV`, `الجزء 14`. */
export function partLabel({ number }: Part, { parts }: Pick<Library, "parts">, locale: Locale): string {
  const last = findWord(locale, `ordinals.${Math.max(...parts.map((part) => part.number)) - 1}`);
  const ordinal = last === undefined ? undefined : findWord(locale, `ordinals.${number - 1}`);
  // Roman figures are letters: beside those of another script a number is a number.
  const figure = locale.direction === "rtl" ? String(number) : toRoman(number).toUpperCase();
  if (ordinal === undefined) return `${word(locale, "part")} ${figure}`;
  return fill(word(locale, "part_numbered"), { ordinal });
}
