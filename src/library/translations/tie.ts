import type { Pattern } from "../pattern.js";

/** Patterns that say the same in several languages, by each of them: translations with what they are translations of. */
export function tie(originals: ReadonlyMap<Pattern, Pattern>): Map<Pattern, readonly Pattern[]> {
  const sets = new Map<Pattern, Pattern[]>();
  for (const [translation, original] of originals) {
    const [one, other] = [sets.get(translation) ?? [translation], sets.get(original) ?? [original]];
    const both = one === other ? one : [...other, ...one];
    for (const pattern of both) sets.set(pattern, both);
  }
  return sets;
}
