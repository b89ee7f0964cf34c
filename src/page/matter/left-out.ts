import { type ExplainedExclusion, explainExclusions } from "../../library/exclusions.js";
import type { Library } from "../../library/library.js";
import { findWord, type Locale, word } from "../locale.js";

/** Files of the library that are in no edition, by path, and why, in the language of the book. */
export function viewLeftOut(
  library: Pick<Library, "failed" | "duplicates">,
  locale: Locale,
): { source: string; reason: string }[] {
  return explainExclusions(library).map((exclusion) => ({
    source: exclusion.source,
    reason: giveReason(exclusion, locale),
  }));
}

function giveReason({ cause: { rule, variant, values = {} } }: ExplainedExclusion, locale: Locale): string {
  const key = variant ? `reasons.${rule}.${variant}` : `reasons.${rule}`;
  const words = findWord(locale, key) ?? word(locale, "reasons.other");
  const number = new Intl.NumberFormat(locale.language, { useGrouping: false });
  const known: Record<string, string | number> = { rule, ...values };
  return words.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = known[name];
    return typeof value === "number" ? number.format(value) : (value ?? slot);
  });
}
