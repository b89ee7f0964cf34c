import { resolveLink } from "../links.js";
import { point } from "./place.js";
import type { Rule } from "./rule.js";

export const linksLeadSomewhere: Rule = {
  id: "links-lead-somewhere",
  severity: "warning",
  summary: "A link leads to a pattern of the library or to a page on the web.",
  *check(library) {
    for (const pattern of library.patterns) {
      for (const { href, text, place } of pattern.body.links) {
        const target = resolveLink(href, library);
        if (target.kind !== "dead") continue;
        yield {
          ...point(pattern, place),
          found: `the link “${text}” to ${href}`,
          expected: `a pattern or a page on the web; ${target.reason}`,
          mend: "correct the address; the link is shown as plain text",
        };
      }
    }
  },
};
