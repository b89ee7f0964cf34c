import type { PatternId } from "../../library/pattern.js";
import type { Key } from "../../machine/cache.js";
import { keyOfLibrary } from "../library-key.js";
import { about, type Format } from "./about.js";
import { FOLDER, listTextFiles, patternFile } from "./files.js";
import { type Issue, listIssues } from "./issues.js";
import { reportLarge } from "./large-files.js";
import { publish } from "./publish.js";
import { reportDivision } from "./set/report-division.js";

/** EPUB 3.3, for every reading system. */
export const epub: Format = {
  ...about,
  async *render(library, context) {
    const issues = listIssues(library, context);
    if (issues.length > 1) reportDivision(issues.length, library, context);
    const places = new Map<PatternId, string>();
    for (const issue of issues) {
      const { patterns } = issue.library;
      const path = `epub/${issue.context.config.book.slug}.epub`;
      const file = await context.cache.file("epubs", keyOf(issue), async (to) => {
        context.progress(`packaging ${patterns.length} patterns as EPUB`);
        await publish(to, issue);
      });
      await reportLarge(path, file, context);
      // Where there are several packages, which one it is stands before the file in it.
      const before = issues.length > 1 ? `${path}#` : "";
      for (const { id, number } of patterns) places.set(id, `${before}${FOLDER}/${patternFile(number)}`);
      // A text that stands in several is read in the first.
      for (const [id, text] of listTextFiles(issue.library)) {
        if (!places.has(id)) places.set(id, `${before}${FOLDER}/${text}`);
      }
      yield { path, mediaType: "application/epub+zip", content: { file } };
    }
    yield { stands: { epub: places } };
  },
};

/** All that the package depends on. */
function keyOf({ library, context, set }: Issue): Key {
  const { fingerprint, config, date, drawings, locations } = context;
  return {
    fingerprint,
    config,
    set: set && { ...set, books: set.books.map(({ patterns: _, ...book }) => book) },
    date: date.toISOString(),
    library: keyOfLibrary(library),
    drawings: [...drawings].map(([hash, { width, height }]) => [hash, width, height]),
    pages: [...locations.pages],
    sections: [...locations.sections],
  };
}
