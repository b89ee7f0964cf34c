import { listExclusions } from "../../library/exclusions.js";
import type { Library } from "../../library/pattern.js";
import type { Context, Format } from "../format.js";
import { FOLDER, patternFile } from "./files.js";
import { publish } from "./publish.js";

/** EPUB 3.3, for every reading system. */
export const epub: Format = {
  name: "epub",
  async *render(library, context) {
    const file = await context.cache.file("epubs", inputs(library, context), async (path) => {
      context.progress(`packaging ${library.patterns.length} patterns as EPUB`);
      await publish(path, library, context);
    });
    for (const { id, slug } of library.patterns) context.locations.epub.set(id, `${FOLDER}/${patternFile(slug)}`);
    yield {
      path: `epub/${context.config.book.slug}.epub`,
      mediaType: "application/epub+zip",
      content: { file },
    };
  },
};

/** All that the package depends on. A body's key stands for its whole source file. */
function inputs(library: Library, { fingerprint, date, drawings, locations }: Context): unknown[] {
  return [
    fingerprint,
    date.toISOString(),
    library.patterns.map(({ id }) => id),
    [...library.byId.values()].map(({ number, body }) => [number, body.key]),
    [...library.images].map(([key, image]) => [key, "refused" in image ? null : image.sha256]),
    [...drawings].map(([hash, { width, height }]) => [hash, width, height]),
    listExclusions(library),
    [...locations.pages],
    [...locations.sections],
  ];
}
