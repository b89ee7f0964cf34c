import type { Pattern } from "../library/pattern.js";
import type { EditionName } from "./account.js";

/** What the front matter says, in words that an edition is to have. */
export interface Field {
  text: string;
  line: number;
}

/** The fields that every edition prints, and those that only some do. */
export function expectFields(pattern: Pattern): Record<EditionName, Field[]> {
  const field = openFields(pattern);
  const opening = [
    ...field("title", pattern.title),
    ...pattern.aliases.flatMap((alias) => field("aliases", alias)),
    ...field("summary", pattern.summary),
  ];
  const record = [
    ...pattern.sources.flatMap((source) => field("sources", source)),
    ...pattern.contributors.flatMap(({ name }) => field("contributors", name)),
    ...field("attribution", pattern.attribution),
    ...field("version", pattern.version),
  ];
  const all = [...opening, ...record];
  return { pdf: all, epub: all, docx: all, jsonld: all };
}

/** What a book prints of a text that is no pattern; the dataset has all that it says. */
export function expectTextFields(text: Pattern): Record<EditionName, Field[]> {
  const field = openFields(text);
  const all = [
    ...field("title", text.title),
    ...field("summary", text.summary),
    ...text.contributors.flatMap(({ name }) => field("contributors", name)),
  ];
  return { pdf: all, epub: all, docx: [], jsonld: expectFields(text).jsonld };
}

function openFields({ places }: Pattern) {
  return (name: string, text: string | undefined): Field[] => (text ? [{ text, line: places[name]?.line ?? 1 }] : []);
}
