import { MARKUPS, type Markup } from "../body/foreign/markups.js";
import type { Rule } from "./rule.js";

const BY_NAME: ReadonlyMap<string, Markup> = new Map(Object.entries(MARKUPS));

export const noForeignMarkup: Rule = {
  id: "no-foreign-markup",
  severity: "warning",
  summary: "The text has no markup that only another system acts on, such as `{{ page.title }}` or `{: .wide}`.",
  describe: ({ found, detail }) => {
    const markup = BY_NAME.get(detail ?? "");
    return {
      found: `${found}, ${markup?.what}`,
      expected: "Markdown as GitHub reads it",
      mend: markup?.mend ?? "remove it",
    };
  },
};
