import { join } from "node:path";
import type { Library } from "../../library/library.js";
import type { Context, Format } from "../format.js";
import { mediaTypeOf } from "./catalogue/files.js";
import { listFiles } from "./catalogue/measure.js";
import { openEdition } from "./edition.js";
import { publish } from "./publish.js";

/** The dataset: the library as linked data, as tables, as a graph, and a page to look at it. */
export const dataset: Format = {
  // Its first file was JSON-LD, and command lines say so.
  name: "jsonld",
  async *render(library, context) {
    const { cache, fingerprint, progress } = context;
    const folder = await cache.file("datasets", [fingerprint, ...listInputs(library, context)], async (draft) => {
      progress(`dataset of ${library.patterns.length} patterns`);
      await publish(draft, openEdition(library, context));
    });
    for (const path of await listFiles(folder)) {
      yield { path: `dataset/${path}`, mediaType: mediaTypeOf(path), content: { file: join(folder, path) } };
    }
  },
};

/** All that the dataset depends on besides the program and the configuration. */
function listInputs(library: Library, { date, locations }: Context): unknown[] {
  return [
    date.toISOString(),
    library.patterns.map(({ number }) => number),
    [...library.byId.values()].map(({ body, number }) => [body.key, number]),
    library.failed,
    library.duplicates.map(({ pattern, first }) => [pattern.body.key, first.body.key]),
    [...locations.print],
    [...locations.epub],
    [...locations.handout],
  ];
}
