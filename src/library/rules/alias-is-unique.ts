import type { NumberedPattern } from "../pattern.js";
import { at } from "./place.js";
import type { Rule } from "./rule.js";

export const aliasIsUnique: Rule = {
  id: "alias-is-unique",
  severity: "warning",
  summary: "An alias is no other pattern's title or alias.",
  *check({ patterns }) {
    const titles = new Map(patterns.map((pattern) => [pattern.title.toLowerCase(), pattern]));
    const aliases = new Map<string, NumberedPattern>();
    for (const pattern of patterns) {
      for (const [index, alias] of pattern.aliases.entries()) {
        const key = alias.toLowerCase();
        const other = titles.get(key) ?? aliases.get(key);
        aliases.set(key, aliases.get(key) ?? pattern);
        if (!other || other.id === pattern.id) continue;
        yield {
          ...at(pattern, `aliases.${index}`, "aliases"),
          found: `the alias “${alias}”, which ${other.source.path} has as its ${titles.has(key) ? "title" : "alias"}`,
          expected: "a name that leads to one pattern in the index",
          mend: "remove the alias from one of the two",
          other: at(other, titles.has(key) ? "title" : "aliases"),
        };
      }
    }
  },
};
