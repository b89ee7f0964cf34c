import { resolveLink } from "../links/resolve.js";
import { point } from "./place.js";
import type { Rule } from "./rule.js";

export const linksHaveScheme: Rule = {
  id: "links-have-scheme",
  severity: "info",
  ofTexts: true,
  summary: "A link to the web begins with https://.",
  *check(library) {
    for (const pattern of library.patterns) {
      for (const { href, place } of pattern.body.links) {
        const target = resolveLink(href, pattern, library);
        if (target.kind !== "address" || !target.repaired) continue;
        yield {
          ...point(pattern, place),
          found: `the address ${href}, which does not begin with https://`,
          expected: target.href,
          mend: "begin the address with https://; every edition does so already",
        };
      }
    }
  },
};
