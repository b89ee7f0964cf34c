import { splitMarked } from "../../page/languages/marks.js";
import { isRightToLeft } from "./inherited.js";
import type { Inline, Marks } from "./model.js";

/** Words as runs of text, each in the language that it is marked with. */
export function spoken(words: string, marks: Marks = {}): Inline[] {
  return splitMarked(words).map(({ text, language }): Inline => {
    const own = language === undefined ? {} : { language: nameLanguage(language) };
    return { kind: "text", value: text, marks: { ...marks, ...own }, verbatim: true };
  });
}

/** A language (BCP 47) as a run of text names it, by the kind of script it is written in. */
export function nameLanguage(language: string): NonNullable<Marks["language"]> {
  return isRightToLeft(language) ? { bidirectional: language } : { value: language };
}
