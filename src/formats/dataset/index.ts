import { join } from "node:path";
import type { Library } from "../../library/library.js";
import type { Finding } from "../../library/rules/rule.js";
import type { Key } from "../../machine/cache.js";
import { keyOfLibrary } from "../library-key.js";
import { about, type Context, type Format } from "./about.js";
import { openBasis } from "./basis.js";
import { mediaTypeOf } from "./catalogue/files.js";
import { listFiles } from "./catalogue/measure.js";
import { publish } from "./publish.js";

/** The dataset: the library as linked data, as tables, as a graph, and a page to look at it. */
export const dataset: Format = {
  ...about,
  async *render(library, context) {
    const { cache, progress, report, config } = context;
    if (config.dataset.base === undefined) report(NO_BASE);
    const folder = await cache.file("datasets", keyOf(library, context), async (draft) => {
      progress(`dataset of ${library.patterns.length} patterns`);
      await publish(draft, openBasis(library, context));
    });
    for (const path of await listFiles(folder)) {
      yield { path: `dataset/${path}`, mediaType: mediaTypeOf(path), content: { file: join(folder, path) } };
    }
  },
};

const NO_BASE: Finding = {
  rule: "addresses-have-a-base",
  severity: "warning",
  found: "no dataset.base in the configuration",
  expected: "where on the web the addresses of patterns begin",
  mend: "set dataset.base in book.yaml to an address that you hold and keep; until then patterns have URNs, made of their ids, which lead nowhere",
};

/** All that the dataset depends on. */
function keyOf(library: Library, { fingerprint, config, date, since, locations }: Context): Key {
  return {
    fingerprint,
    config,
    date: date.toISOString(),
    library: keyOfLibrary(library),
    print: [...locations.print],
    epub: [...locations.epub],
    handout: [...locations.handout],
    since: since ?? null,
  };
}
