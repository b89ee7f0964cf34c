import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listExclusions } from "../../library/exclusions.js";
import type { Format } from "../format.js";
import { FOLDER, listTextFiles, patternFile } from "./files.js";
import { type Issue, isSplit, listIssues } from "./issues.js";
import { reportLarge, reportShortfalls } from "./large-files.js";
import { publish } from "./publish.js";

/** Files of the cache: a message about what was left out is as much of a build as the book. */
const BOOK = "book.epub";
const SHORTFALLS = "shortfalls.json";

/** EPUB 3.3, for every reading system. */
export const epub: Format = {
  name: "epub",
  async *render(library, context) {
    const split = isSplit(library, context);
    for (const issue of listIssues(library, context)) {
      const { patterns } = issue.library;
      const path = `epub/${issue.context.config.book.slug}.epub`;
      const folder = await context.cache.file("epubs", inputs(issue), async (to) => {
        context.progress(`packaging ${patterns.length} patterns as EPUB`);
        await mkdir(to);
        const shortfalls = await publish(join(to, BOOK), issue);
        await writeFile(join(to, SHORTFALLS), JSON.stringify(shortfalls));
      });
      const file = join(folder, BOOK);
      await reportLarge(path, file, context);
      reportShortfalls(path, JSON.parse(await readFile(join(folder, SHORTFALLS), "utf8")), context);
      // Where there are several packages, which one it is stands before the file in it.
      const before = split ? `${path}#` : "";
      for (const { id, number } of patterns)
        context.locations.epub.set(id, `${before}${FOLDER}/${patternFile(number)}`);
      // A text that stands in several is read in the first.
      for (const [id, text] of listTextFiles(issue.library)) {
        if (!context.locations.epub.has(id)) context.locations.epub.set(id, `${before}${FOLDER}/${text}`);
      }
      yield { path, mediaType: "application/epub+zip", content: { file } };
    }
  },
};

/** All that the package depends on. A body's key stands for its whole source file. */
function inputs({ library, context, set }: Issue): unknown[] {
  const { fingerprint, date, drawings, locations } = context;
  return [
    fingerprint,
    set,
    date.toISOString(),
    library.patterns.map(({ id }) => id),
    [...library.byId.values()].map(({ number, body }) => [number, body.key]),
    library.matter.map(({ as, body }) => [as, body.key]),
    [...library.images].map(([key, image]) => [key, "refused" in image ? null : [image.sha256, image.moving?.sha256]]),
    [...drawings].map(([hash, { width, height }]) => [hash, width, height]),
    listExclusions(library),
    [...locations.pages],
    [...locations.sections],
  ];
}
