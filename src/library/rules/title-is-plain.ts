import { at } from "./place.js";
import type { Breach, Rule } from "./rule.js";

// Signs of templates, markup and file names.
const ODD = /[<>{}[\]|$^~`*\\\ufffd]|_{2,}|\bhttps?:/;
// Two lines of the contents.
const LONGEST = 120;

export const titleIsPlain: Rule = {
  id: "title-is-plain",
  severity: "warning",
  ofTexts: true,
  summary: "A title is words, at most 120 characters of them: no markup, no signs of a template.",
  *check({ patterns }) {
    for (const pattern of patterns) {
      const words = describeTitle(pattern.title);
      if (words) {
        yield { ...at(pattern, "title"), ...words, mend: "write the title as it should stand in the contents" };
      }
    }
  },
};

function describeTitle(title: string): Pick<Breach, "found" | "expected"> | undefined {
  const odd = ODD.exec(title)?.[0];
  if (odd !== undefined) return { found: `“${odd}” in the title “${title}”`, expected: "words" };
  if (title.length <= LONGEST) return undefined;
  return { found: `a title of ${title.length} characters`, expected: `at most ${LONGEST}` };
}
