import { addressKey } from "../names.js";
import type { NumberedPattern } from "../pattern.js";
import { at } from "./place.js";
import type { Rule } from "./rule.js";

export const addressIsUnique: Rule = {
  id: "address-is-unique",
  severity: "warning",
  summary: "No two patterns stand at one address on the web.",
  *check({ patterns }) {
    const first = new Map<string, NumberedPattern>();
    for (const pattern of patterns) {
      const key = addressKey(pattern.pageUrl);
      if (!key) continue;
      const other = first.get(key);
      if (!other) first.set(key, pattern);
      else {
        yield {
          ...at(pattern, "page_url"),
          found: `the address ${pattern.pageUrl}, at which ${other.source.path} stands too`,
          expected: "an address of its own",
          mend: "correct page_url in one of the two",
          other: at(other, "page_url"),
        };
      }
    }
  },
};
