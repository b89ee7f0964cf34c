import { diffArrays } from "diff";
import type { SectionChange, WordCounts } from "./change.js";
import type { TextSection } from "./edition.js";

/** The sections that differ, in the order of the new text and then those that are gone. */
export function compareTexts(before: readonly TextSection[], after: readonly TextSection[]): SectionChange[] {
  const pairs = pairSections(before, after);
  const paired = new Set(pairs.values());
  const now = after.flatMap((section): SectionChange[] => {
    const old = pairs.get(section);
    const words = countChanges(old?.text ?? "", section.text);
    if (old && old.text === section.text && old.title === section.title) return [];
    return [{ ...head(section), is: old ? "changed" : "added", words }];
  });
  const gone = before
    .filter((section) => !paired.has(section))
    .map((section): SectionChange => ({ ...head(section), is: "removed", words: countChanges(section.text, "") }));
  return [...now, ...gone];
}

function head({ id, role, title }: TextSection): Pick<TextSection, "id" | "role" | "title"> {
  return { id, role, title };
}

/** Sections of one fragment belong together; of the others those of one role, in turn. */
function pairSections(
  before: readonly TextSection[],
  after: readonly TextSection[],
): ReadonlyMap<TextSection, TextSection> {
  const pairs = new Map<TextSection, TextSection>();
  const free = new Set(before);
  for (const of of ["id", "role"] as const) {
    for (const section of after) {
      if (pairs.has(section)) continue;
      const old = [...free].find((one) => one[of] === section[of]);
      if (!old) continue;
      pairs.set(section, old);
      free.delete(old);
    }
  }
  return pairs;
}

/** For a text that changed: how many words are new and how many are gone; a word that moved counts as both. */
function countChanges(before: string, after: string): WordCounts {
  const [old, fresh] = [listWords(before), listWords(after)];
  const pieces = diffArrays(old, fresh, { maxEditLength: MOST_EDITS });
  // Two texts that have hardly a word in common.
  if (!pieces) return countUnordered(old, fresh);
  const sum = (of: "added" | "removed"): number =>
    pieces.filter((piece) => piece[of]).reduce((total, { value }) => total + value.length, 0);
  return { added: sum("added"), removed: sum("removed") };
}

// The time grows with its square: some tenths of a second.
const MOST_EDITS = 4000;

function countUnordered(before: readonly string[], after: readonly string[]): WordCounts {
  const counts = new Map<string, number>();
  for (const word of before) counts.set(word, (counts.get(word) ?? 0) - 1);
  for (const word of after) counts.set(word, (counts.get(word) ?? 0) + 1);
  const differences = [...counts.values()];
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return {
    added: sum(differences.filter((number) => number > 0)),
    removed: -sum(differences.filter((number) => number < 0)),
  };
}

// In a script without spaces between words every character counts as one.
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;

function listWords(text: string): string[] {
  return text.normalize("NFC").match(WORD) ?? [];
}
