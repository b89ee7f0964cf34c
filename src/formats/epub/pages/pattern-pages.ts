import type { Library } from "../../../library/library.js";
import type { NumberedPattern } from "../../../library/pattern.js";
import { present } from "../../../library/present.js";
import type { EditionAddresses } from "../../../page/edition-addresses.js";
import { viewPattern } from "../../../page/pattern-view.js";
import { atMost } from "../../../threads/at-most.js";
import { setPatterns } from "../../pattern-fault.js";
import type { Context } from "../about.js";
import { patternFile } from "../files.js";
import { tasks } from "../tasks.js";
import { openPacked, type PackedPages } from "./packed-pages.js";

// Opening the templates in a thread costs as much as one or two pages; after an edit one batch is composed again.
const BATCH = 32;

/** The patterns' pages in book order, composed on all cores in batches; those that did not change are kept ones. */
export async function composePatterns(
  library: Library,
  addresses: EditionAddresses,
  context: Context,
): Promise<PackedPages[]> {
  const composed: PackedPages[] = [];
  const atOnce = BATCH * context.jobs * 2;
  for (let at = 0; at < library.patterns.length; at += atOnce) {
    const batches = chunk(library.patterns.slice(at, at + atOnce), BATCH);
    const composing = batches.map((batch) =>
      setPatterns(batch, { edition: "epub", patternOf: (pattern) => pattern }, (some) =>
        composeBatch(some, library, addresses, context),
      ),
    );
    composed.push(...(await Promise.all(composing)).flat());
  }
  return composed;
}

async function composeBatch(
  batch: readonly NumberedPattern[],
  library: Library,
  addresses: EditionAddresses,
  context: Context,
): Promise<PackedPages> {
  const { cache, seconds, pool, locale, fingerprint } = context;
  const patterns = batch.map((pattern) =>
    atMost(seconds, () => ({
      file: patternFile(pattern.number),
      view: viewPattern(library, pattern, addresses, context),
      printed: context.locations.pages.get(pattern.id) ?? [],
    })),
  );
  const key = { fingerprint, patterns, bodies: batch.map(({ body }) => body.key) };
  const folder = await cache.file("epub-pages", key, async (out) => {
    const { folders } = context.templates;
    const paths = await Promise.all(batch.map(library.bodyPath));
    const pages = patterns.map((pattern, at) => ({
      ...pattern,
      bodyPath: present(paths[at], "the body of", pattern.file),
    }));
    await pool.runWithin(seconds, tasks.composePages, { folders, locale, patterns: pages, out });
  });
  return openPacked(folder);
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
