import { at } from "./place.js";
import type { Rule } from "./rule.js";

// Signs of templates, markup and file names.
const ODD = /[<>{}[\]|$^~`*\\\ufffd]|_{2,}|\bhttps?:/;
// Two lines of the contents.
const LONGEST = 120;

export const titleIsPlain: Rule = {
  id: "title-is-plain",
  severity: "warning",
  summary: "A title is words: no markup, no control signs, no half sentence of 100 characters.",
  *check({ patterns }) {
    for (const pattern of patterns) {
      const odd =
        ODD.exec(pattern.title)?.[0] ??
        (pattern.title.length > LONGEST ? `${pattern.title.length} characters` : undefined);
      if (odd === undefined) continue;
      yield {
        ...at(pattern, "title"),
        found: `“${odd}” in the title “${pattern.title}”`,
        expected: `words of at most ${LONGEST} characters`,
        mend: "write the title as it should stand in the contents",
      };
    }
  },
};
