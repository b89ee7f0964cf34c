import { readFile } from "node:fs/promises";
import type { Library, NumberedPattern } from "../../../library/pattern.js";
import { type Edition, viewPattern } from "../../../page/view.js";
import type { Context } from "../../format.js";
import type { PagesTask } from "./compose-pages.js";
import type { Page } from "./document.js";

// Opening the templates in a thread costs as much as one or two pages; after an edit one batch is composed again.
const BATCH = 32;

/** The patterns' pages in book order, composed on all cores in batches; those that did not change are kept ones. */
export async function* composePatterns(library: Library, edition: Edition, context: Context): AsyncGenerator<Page> {
  const atOnce = BATCH * context.jobs * 2;
  for (let at = 0; at < library.patterns.length; at += atOnce) {
    const batches = chunk(library.patterns.slice(at, at + atOnce), BATCH);
    for (const pages of await Promise.all(batches.map((batch) => composeBatch(batch, library, edition, context)))) {
      yield* pages;
    }
  }
}

async function composeBatch(
  batch: readonly NumberedPattern[],
  library: Library,
  edition: Edition,
  context: Context,
): Promise<Page[]> {
  const { cache, pool, locale, fingerprint } = context;
  const patterns = batch.map((pattern) => ({
    view: viewPattern(library, pattern, edition, context),
    bodyPath: library.bodyPath(pattern),
  }));
  const inputs = [fingerprint, patterns.map(({ view }) => view), batch.map(({ body }) => body.key)];
  const file = await cache.file("epub-pages", inputs, (out) => {
    const { folders } = context.templates;
    return pool.run<PagesTask, void>("composePages", { folders, locale, patterns, out });
  });
  return JSON.parse(await readFile(file, "utf8"));
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
