import { RELATION_KINDS } from "../pattern.js";
import type { Rule } from "./rule.js";

const KINDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(RELATION_KINDS.map((kind) => [kind, "a list of ids or slugs"])),
  ...Object.fromEntries(
    ["commons_alignment", "overall_score", "confidence", "weight", "score"].map((field) => [field, "a number"]),
  ),
  ...Object.fromEntries(["lifecycle", "provenance", "relationships"].map((field) => [field, "fields of its own"])),
  contributors: "a list of names",
};

export const fieldsHaveTheirType: Rule = {
  id: "fields-have-their-type",
  severity: "warning",
  summary: "A front-matter field holds the kind of value it should: a number, a list, a text.",
  describe: ({ found }) => ({
    found,
    expected: kindOf(found) ?? "a text or a list of texts",
    mend: "write the value as the field wants it; until then it is set aside and kept in the dataset",
  }),
};

/** The type of value that the last field of a path such as `tags.commons_alignment` should have. */
function kindOf(found: string): string | undefined {
  const steps = found.slice(0, found.indexOf(":")).split(".").reverse();
  return steps.map((step) => (Object.hasOwn(KINDS, step) ? KINDS[step] : undefined)).find((kind) => kind !== undefined);
}
