import type { AstrayTranslation } from "../translations/twin.js";
import type { Breach, Rule } from "./rule.js";

export const translationsHaveOriginal: Rule = {
  id: "translations-have-original",
  severity: "warning",
  summary: "What a translation is of is another pattern of the library, in another language.",
  check: ({ translations: { astray } }) =>
    astray.map((one) => ({ file: one.path, ...(one.place ? { place: one.place } : {}), ...describe(one) })),
};

function describe({ target, fault }: AstrayTranslation): Omit<Breach, "file" | "place"> {
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
