import { type LinkTarget, resolveLink } from "../links/resolve.js";
import { openNearest } from "./nearest-file.js";
import { point } from "./place.js";
import type { Rule } from "./rule.js";
import { openUnread } from "./unread-file.js";

type Dead = Extract<LinkTarget, { kind: "dead" }>;

export const linksLeadSomewhere: Rule = {
  id: "links-lead-somewhere",
  severity: "warning",
  ofTexts: true,
  summary: "A link leads to a pattern of the library or to a page on the web.",
  describe: ({ found }) => ({
    found: `the link ${found}`,
    expected: "an address that begins with https:, http:, mailto:, tel: or doi:",
    mend: "give such an address, or say under links in book.yaml where such links lead; the link is shown as plain text",
  }),
  *check(library) {
    const nearest = openNearest(library);
    const unread = openUnread(library);
    for (const pattern of library.patterns) {
      const mend = ({ path, file }: Dead): string | undefined => {
        if (file?.role === "foreign") return "translate that pattern, or give its address on the web";
        if (file) return file.role === "failed" ? "fix that file" : "give an address on the web, or remove the link";
        return path === undefined ? undefined : nearest(path, pattern);
      };
      for (const { href, text, place } of pattern.body.links) {
        const target = resolveLink(href, pattern, library);
        if (target.kind !== "dead") continue;
        const failed = target.file ? undefined : unread(href);
        if (failed !== undefined) {
          yield {
            ...point(pattern, place),
            found: `the link “${text}” to ${href}`,
            expected: `a pattern or a page on the web; ${failed} could not be read as a pattern`,
            mend: "fix that file; the link is shown as plain text",
          };
          continue;
        }
        yield {
          ...point(pattern, place),
          found: `the link “${text}” to ${href}`,
          expected: `a pattern or a page on the web; ${target.reason}`,
          mend: `${mend(target) ?? (href.startsWith("[[") ? "correct the name" : "correct the address")}; the link is shown as plain text`,
        };
      }
    }
  },
};
