import { unmarked } from "../../../page/languages/marks.js";
import { type Locale, word } from "../../../page/locale.js";
import type { TextPiece, Texts } from "./no-texts.js";

/** Sections of front and back matter with a running head and a folio, and how their pages are counted. */
const SECTIONS = {
  brief: "roman",
  contents: "roman",
  "other-volumes": "roman",
  guide: "roman",
  aliases: "folio",
  index: "folio",
  "general-index": "folio",
  contributors: "folio",
  licence: "folio",
  colophon: "folio",
} as const;

export type SectionName = keyof typeof SECTIONS;

/** What a section is called in the contents, at its head and above its pages. */
export function titled(locale: Locale, section: SectionName): string {
  return word(locale, `matter.titles.${section}`);
}

/** The named pages of the sections, for the style sheet. */
export function listSectionPages(locale: Locale, texts: Texts): { name: string; counter: string; title: string }[] {
  const ours = Object.entries(SECTIONS).map(([key, counter]) => {
    const name = key as SectionName; // the keys of the table just above
    return { name, counter, title: unmarked(titled(locale, name)) };
  });
  const counted = (counter: string, { name, title }: TextPiece) => ({ name, counter, title });
  return [
    ...ours,
    ...texts.front.map((text) => counted("roman", text)),
    ...texts.back.map((text) => counted("folio", text)),
  ];
}
