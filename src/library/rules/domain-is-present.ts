import { at } from "./place.js";
import type { Rule } from "./rule.js";

const DOMAINS = [
  "tags.domain",
  "classification.domain",
  "ontology.domain",
  "ontology.commons_domain",
  "commons_domain",
  "domain",
];

export const domainIsPresent: Rule = {
  id: "domain-is-present",
  severity: "info",
  summary: "A pattern names its domain.",
  *check({ patterns }) {
    // A library that knows no such things lacks none.
    if (patterns.every(({ domain, universality }) => domain === undefined && universality === undefined)) return;
    for (const pattern of patterns) {
      if (pattern.domain !== undefined || pattern.hasNoFields || DOMAINS.some((field) => field in pattern.places))
        continue;
      yield {
        ...at(pattern, "tags", "classification", "ontology", "title"),
        found: "no domain",
        expected: "the domain in whose chapter the pattern stands",
        mend: "add a domain; until then it stands in the last chapter",
      };
    }
  },
};
