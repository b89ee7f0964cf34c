import type { Library } from "../pattern.js";
import type { Finding, Rule } from "./rule.js";

/** Every rule, in the order of the README. */
export const RULES: readonly Rule[] = [];

/** Checks the whole library, what could not be read included; findings in order of file and place. */
export function check(library: Library): Finding[] {
  return library.failed.map(({ path, failure: { rule, ...failure } }) => ({
    rule,
    severity: "error",
    file: path,
    ...failure,
  }));
}
