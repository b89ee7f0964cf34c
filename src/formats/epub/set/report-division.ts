import type { Library } from "../../../library/library.js";
import type { Finding } from "../../../library/rules/rule.js";
import type { Context } from "../about.js";
import { LARGEST_BOOK } from "./divide-library.js";

const number = new Intl.NumberFormat("en");

/** Says, before any is made, that there will be several e-books where the configuration does not ask for so many. */
export function reportDivision(
  count: number,
  { patterns }: Pick<Library, "patterns">,
  context: {
    config: Pick<Context["config"], "epub">;
    locations: Pick<Context["locations"], "print">;
    report(finding: Finding): void;
    progress(message: string): void;
  },
): void {
  const { split } = context.config.epub;
  context.progress(`dividing the e-book of ${number.format(patterns.length)} patterns into ${count} books`);
  const asked = split === "volume" && context.locations.print.size === 0;
  if (split !== "auto" && !asked) return;
  const most = `${LARGEST_BOOK.bytes / 1_000_000} MB and ${number.format(LARGEST_BOOK.patterns)} patterns`;
  context.report({
    rule: "ebook-is-one-book",
    severity: "info",
    found: asked
      ? `epub.split is volume, and this build makes no printed book: the e-book is in ${count} volumes of its own`
      : `an e-book of all ${number.format(patterns.length)} patterns would have more than ${LARGEST_BOOK.bytes / 1_000_000} MB or ${number.format(LARGEST_BOOK.patterns)} patterns: it is in ${count} volumes`,
    expected: asked ? "the printed book in the same build" : `at most ${most}, which mail and old readers take`,
    mend: asked
      ? "add pdf to --format, or set epub.split to part or to a size"
      : "leave it so; or set epub.split to part, volume or a size (20 MB), or to false for one e-book",
  });
}
