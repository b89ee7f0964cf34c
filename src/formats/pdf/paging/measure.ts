import { readFile, writeFile } from "node:fs/promises";
import type { NumberedPattern, PatternId } from "../../../library/pattern.js";
import type { Key } from "../../../machine/cache.js";
import type { PatternView } from "../../../page/pattern-view.js";
import { gatherFaults, setPatterns } from "../../pattern-fault.js";
import { openNumbers } from "../open-numbers.js";
import { inParallel } from "../parallel.js";
import type { Press } from "../press.js";
import { composeForPrint, keyOfSheet } from "../sheets.js";
import { countColumns } from "./count-columns.js";
import { countPrinted } from "./count-printed.js";
import type { Batch, Extent, Extents, Section } from "./extents.js";

export interface Measured {
  pattern: NumberedPattern;
  /** As it will be printed, page numbers and all. */
  view: PatternView;
}

// Some 800 pages: long enough that starting a document does not count, short enough that all cores have their share.
const WORDS_PER_DOCUMENT = 200_000;
// Fewer words are not worth a second browser.
const FEWEST_WORDS = 20_000;

/**
 * Counts the pages of patterns, several to a document: as columns, or printed where those do not do. What was measured
 * before is not measured again. Patterns begin on a new page: what stands before them makes no difference.
 */
export async function measure(press: Press, patterns: readonly Measured[]): Promise<Map<PatternId, Extent>> {
  const extents = new Map<PatternId, Extent>();
  const unknown: Measured[] = [];
  for (const measured of patterns) {
    const known = press.context.cache.find("extents", keyOfExtent(press, measured));
    if (known) extents.set(measured.pattern.id, JSON.parse(await readFile(known, "utf8")));
    else unknown.push(measured);
  }
  if (unknown.length > 0) press.context.progress(`measuring ${unknown.length} patterns`);
  await countAll(press, unknown, { name: "columns", count: countColumns, extents });
  const others = unknown.filter(({ pattern }) => !extents.has(pattern.id));
  await countAll(press, others, { name: "printed", count: countPrinted, extents });
  return extents;
}

interface Counting {
  /** Of its files in the scratch folder. */
  name: string;
  /** @param seconds that it may take */
  count(press: Press, batch: Batch, seconds: number): Promise<Extents>;
  /** Where what is counted goes. */
  extents: Map<PatternId, Extent>;
}

async function countAll(press: Press, patterns: readonly Measured[], counting: Counting): Promise<void> {
  const { jobs } = press.context;
  let composed: Promise<unknown> = Promise.resolve();
  await inParallel(jobs, toBatches(patterns, jobs), async (batch, index) => {
    // One after the other: if two were composed at once, neither would be ready before both are.
    const composing = composed.then(() => composeBatch(press, batch));
    composed = composing;
    const name = `${counting.name}-${index}`;
    const counted = await setPatterns(
      await composing,
      { edition: "pdf", patternOf: ({ pattern }) => pattern },
      (sections) => counting.count(press, { name, sections }, secondsFor(sections, press)),
    );
    const lengths = new Map(counted.flatMap((extents) => [...extents]));
    for (const { pattern, view } of batch) {
      const extent = lengths.get(pattern.slug);
      if (extent === undefined) continue;
      counting.extents.set(pattern.id, extent);
      const key = keyOfExtent(press, { pattern, view });
      await press.context.cache.file("extents", key, (path) => writeFile(path, JSON.stringify(extent)));
    }
  });
}

/**
 * A document with one pattern gets the time limit of a pattern; a longer document gets more in proportion to its
 * length.
 */
function secondsFor(sections: readonly Measurable[], { context }: Press): number {
  const words = sections.reduce((sum, { pattern }) => sum + pattern.body.words, 0);
  return context.seconds * (sections.length === 1 ? 1 : 1 + words / FEWEST_WORDS);
}

function keyOfExtent(press: Press, { pattern, view }: Measured): Key {
  return keyOfSheet(press, pattern, openNumbers(view, pattern.body.characters).view);
}

/**
 * At least one document for every core, where there is so much to measure. The first documents are short, each twice as
 * long as the one before, so that every browser soon has work. The last ones are short too, so that all browsers finish
 * at about the same time.
 */
function toBatches(patterns: readonly Measured[], jobs: number): Measured[][] {
  const batches: Measured[][] = [];
  let left = patterns.reduce((sum, { pattern }) => sum + pattern.body.words, 0);
  let room = 0;
  for (const measured of patterns) {
    if (room <= 0) {
      const share = Math.max(left / (jobs + 1), FEWEST_WORDS);
      room = Math.min(WORDS_PER_DOCUMENT, share, FEWEST_WORDS * 2 ** batches.length);
      batches.push([]);
    }
    batches.at(-1)?.push(measured);
    room -= measured.pattern.body.words;
    left -= measured.pattern.body.words;
  }
  return batches;
}

type Measurable = Section & Pick<Measured, "pattern">;

async function composeBatch(press: Press, batch: readonly Measured[]): Promise<Measurable[]> {
  const faults = gatherFaults();
  const sections: Measurable[] = [];
  for (const { pattern, view } of batch) {
    const html = await faults.gather(composeForPrint(press, pattern, view));
    if (html !== undefined) sections.push({ id: pattern.slug, html, pattern });
  }
  faults.tell();
  return sections;
}
