import type { Library, NumberedPattern } from "../../library/pattern.js";
import type { Artifact, Context, Format } from "../format.js";
import { toContext } from "./context.js";
import { describeDataset, describeScheme } from "./dataset.js";
import { describeFacetSchemes } from "./facets.js";
import { mintIris, toNamespace } from "./iri.js";
import type { Node } from "./node.js";
import { describeMention, describePattern, type Setting } from "./pattern.js";
import { writeDocument } from "./serialize.js";

/** The dataset: the library as one JSON-LD 1.1 document. */
export const jsonld: Format = {
  name: "jsonld",
  async *render(library, context) {
    context.progress(`dataset of ${library.patterns.length} patterns`);
    yield await renderDocument(library, context);
  },
};

async function renderDocument(library: Library, context: Context): Promise<Artifact> {
  const { cache, config } = context;
  const file = await cache.file("dataset", [context.fingerprint, ...listInputs(library, context)], (path) =>
    writeDocument(path, toContext(toNamespace(config.dataset.namespace)), describeLibrary(library, context)),
  );
  return { path: `dataset/${config.book.slug}.jsonld`, mediaType: "application/ld+json", content: { file } };
}

/** All that the document depends on besides the program and the configuration. */
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

/** Every node of the document. A pattern's body is loaded when its turn comes and let go after it. */
async function* describeLibrary(library: Library, { config, locale, date, locations }: Context): AsyncIterable<Node> {
  const iris = mintIris(config.dataset.base);
  const setting: Setting = { library, iris, language: config.book.language, locations };
  yield describeDataset(library, config, date, iris);
  yield describeScheme(library, config, iris);
  yield* describeFacetSchemes(library.patterns, iris, locale);
  for (const pattern of library.patterns) yield describePattern(pattern, await library.body(pattern), setting);
  for (const pattern of listMentions(library)) yield describeMention(pattern, setting);
}

/** Patterns that are not published here and that published ones name. */
function listMentions({ patterns, byId, relations }: Library): NumberedPattern[] {
  const published = new Set(patterns.map(({ id }) => id));
  const named = new Set(patterns.flatMap(({ id }) => (relations.get(id) ?? []).map(({ target }) => target)));
  return [...byId.values()].filter(({ id }) => named.has(id) && !published.has(id));
}
