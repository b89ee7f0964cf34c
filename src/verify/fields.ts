import type { NumberedPattern } from "../library/pattern.js";
import type { EditionName } from "./account.js";

/** What the front matter says, in words that an edition is to have. */
export interface Field {
  text: string;
  line: number;
}

/** The fields that every edition prints, and those that only some do. */
export function expectFields(pattern: NumberedPattern): Record<EditionName, Field[]> {
  const at = (name: string): number => pattern.places[name]?.line ?? 1;
  const field = (name: string, text: string | undefined): Field[] => (text ? [{ text, line: at(name) }] : []);
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
