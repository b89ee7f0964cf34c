import type { Library } from "../library/library.js";
import type { Breach, Rule } from "../library/rules/rule.js";
import { breach, describeMisfit } from "./contract.js";

/**
 * The rule of an extension; each of its answers is checked. It throws where an answer is not one that a rule may give.
 */
export function guardRule(rule: Rule, extension: string): Rule {
  const { check, ...rest } = rule;
  if (!check) return { ...rest, extension };
  return {
    ...rest,
    extension,
    *check(library: Library) {
      for (const said of check.call(rule, library)) {
        const { success, error } = breach.safeParse(said);
        if (!success) throw new Error(`a breach: ${describeMisfit(error, said)}`);
        yield said satisfies Breach;
      }
    },
  };
}
