import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { NumberedPattern, PatternId } from "../../library/pattern.js";
import type { PatternView } from "../../page/view.js";
import type { Destinations } from "./destinations.js";
import { inParallel } from "./parallel.js";
import { endOf, type Press } from "./press.js";
import { print } from "./print.js";
import { composeForPrint, writeDocument } from "./sheets.js";

/** How much room a pattern takes. Patterns begin on a new page, so it does not depend on what stands before. */
export interface Extent {
  pages: number;
  /** Height used on the last page, in points. */
  lastPage: number;
}

export interface Measured {
  pattern: NumberedPattern;
  /** As it will be printed, page numbers and all. */
  view: PatternView;
}

// Long enough that starting a document does not count, short enough that Chromium does not slow down.
const WORDS_PER_DOCUMENT = 130_000;
// Less is not worth a browser of its own.
const FEWEST_WORDS = 20_000;

/** Measures patterns by printing them untagged, several to a document; what was measured before is not printed again. */
export async function measure(press: Press, patterns: readonly Measured[]): Promise<Map<PatternId, Extent>> {
  const extents = new Map<PatternId, Extent>();
  const unknown: Measured[] = [];
  for (const measured of patterns) {
    const known = press.context.cache.find("extents", inputs(press, measured));
    if (known) extents.set(measured.pattern.id, JSON.parse(await readFile(known, "utf8")));
    else unknown.push(measured);
  }
  if (unknown.length > 0) press.context.progress(`measuring ${unknown.length} patterns`);
  const batches = toBatches(unknown, press.context.jobs);
  await inParallel(press.context, batches, async (batch, browser, index) => {
    for (const [id, extent] of await measureBatch(press, batch, browser, `measure-${index}`)) extents.set(id, extent);
  });
  return extents;
}

function inputs({ context }: Press, { pattern, view }: Measured): unknown[] {
  return [context.fingerprint, pattern.body.key, view];
}

/** At least one document for every core, where there is so much to measure. */
function toBatches(patterns: readonly Measured[], jobs: number): Measured[][] {
  const total = patterns.reduce((sum, { pattern }) => sum + pattern.body.words, 0);
  const most = Math.min(WORDS_PER_DOCUMENT, Math.max(total / jobs, FEWEST_WORDS));
  const batches: Measured[][] = [];
  let words = Number.POSITIVE_INFINITY;
  for (const measured of patterns) {
    if (words > most) {
      batches.push([]);
      words = 0;
    }
    batches.at(-1)?.push(measured);
    words += measured.pattern.body.words;
  }
  return batches;
}

async function measureBatch(
  press: Press,
  batch: readonly Measured[],
  browser: Parameters<typeof print>[1],
  name: string,
): Promise<[PatternId, Extent][]> {
  const { cache, pool, scratch } = press.context;
  const html = join(scratch, `${name}.html`);
  const pdf = join(scratch, `${name}.pdf`);
  const body: string[] = [];
  for (const { pattern, view } of batch) body.push(await composeForPrint(press, pattern, view));
  const patterns = batch.map(({ pattern }) => pattern);
  const targets = patterns.flatMap((pattern) => [pattern.slug, endOf(pattern)]);
  await writeDocument(press, html, { title: name, patterns, targets, body });
  await print(press, browser, { html, pdf, tagged: false });
  const destinations = await pool.run<{ file: string }, Destinations>("readDestinations", { file: pdf });
  await Promise.all([rm(html), rm(pdf)]);
  const extents = patterns.map((pattern, index): [PatternId, Extent] => [
    pattern.id,
    extentOf(press, pattern, patterns[index + 1], destinations),
  ]);
  for (const [index, [, extent]] of extents.entries()) {
    const measured = batch[index];
    if (measured)
      await cache.file("extents", inputs(press, measured), (path) => writeFile(path, JSON.stringify(extent)));
  }
  return extents;
}

function extentOf(
  { geometry }: Press,
  pattern: NumberedPattern,
  next: NumberedPattern | undefined,
  { pages, byName }: Destinations,
): Extent {
  const start = byName[pattern.slug]?.page ?? 1;
  const after = next ? (byName[next.slug]?.page ?? pages + 1) : pages + 1;
  const end = byName[endOf(pattern)];
  // Coordinates count from the page's lower edge.
  const lastPage = end?.page === after - 1 ? geometry.height - geometry.head - end.y : geometry.block;
  return { pages: after - start, lastPage };
}
