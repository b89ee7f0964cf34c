import type { AstrayTranslation } from "../translations/twin.js";
import type { Breach, Rule } from "./rule.js";
import { openUnread } from "./unread-file.js";

export const translationsHaveOriginal: Rule = {
  id: "translations-have-original",
  severity: "warning",
  summary: "What a translation is of is another pattern of the library, in another language.",
  check(library) {
    const unread = openUnread(library);
    return library.translations.astray.map((one) => ({
      file: one.path,
      ...(one.place ? { place: one.place } : {}),
      ...describe(one, unread(one.target)),
    }));
  },
};

/** @param unread the file of the original, where it has an error */
function describe({ target, fault }: AstrayTranslation, unread: string | undefined): Omit<Breach, "file" | "place"> {
  if (fault.kind === "unknown" && unread !== undefined) {
    return {
      found: `a translation of “${target}”, whose file has an error`,
      expected: "an original that can be read",
      mend: "fix that file; until then nothing ties the two",
      other: { file: unread },
    };
  }
  switch (fault.kind) {
    case "unknown":
      return {
        found: `a translation of “${target}”, which is no pattern here`,
        expected: "the id, slug, title or file of a pattern of the library",
        mend: "correct translationOf; until then nothing ties the two",
      };
    case "itself":
      return {
        found: `a translation of “${target}”, which is itself`,
        expected: "another pattern",
        mend: "name the original in translationOf: by its file, where both have one name",
      };
    case "circle":
      return {
        found: `a translation of “${target}”, which is in turn a translation of this one`,
        expected: "an original that is no translation",
        mend: "take translationOf out of the original",
      };
    case "language":
      return {
        found: `a translation of “${target}” in the same language (${fault.language})`,
        expected: "a pattern in another language",
        mend: "state the language of both, in language or by a rule of read",
        other: { file: fault.original },
      };
  }
}
