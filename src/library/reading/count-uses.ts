import type { RuleUse } from "../library.js";
import type { Pattern } from "../pattern.js";
import type { Choice } from "./choose.js";

/** What became of each rule that read a file: how many files, and which places gave what. */
export function countUses(choices: ReadonlyMap<string, Choice>, patterns: readonly Pattern[]): RuleUse[] {
  const uses = new Map<number, RuleUse>();
  for (const { index } of choices.values()) {
    if (index === undefined) continue;
    const use = uses.get(index) ?? { index, files: 0, given: {} };
    use.files++;
    uses.set(index, use);
  }
  for (const { source, givenBy } of patterns) {
    const use = uses.get(choices.get(source.path)?.index ?? -1);
    if (!use) continue;
    for (const [field, { place }] of Object.entries(givenBy)) {
      const own = use.given[field] ?? {};
      own[place] = (own[place] ?? 0) + 1;
      use.given[field] = own;
    }
  }
  return [...uses.values()].sort((a, b) => a.index - b.index);
}
