import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Key } from "../../../machine/cache.js";
import { print } from "../../../print/print.js";
import type { Artifact } from "../../format.js";
import { inParallel } from "../parallel.js";
import { NO_FILES, reportFailed, withoutPath } from "../prepress/press-edition.js";
import type { PressReport } from "../prepress/press-task.js";
import type { Press } from "../press.js";
import { keyOfPages } from "../sheets.js";
import { tasks } from "../tasks.js";
import { volumeSuffix } from "../volume-names.js";
import { type CoveredVolume, composeCover } from "./compose.js";
import { layOutSpread, type Spread } from "./spread.js";
import { coverTask } from "./task.js";

export type { CoveredVolume };

/** Of the cache. */
const KIND = "printed-covers";
/** Files of an entry. */
const COVER = "cover.pdf";
const REPORT = "report.json";

interface Cover {
  volume: CoveredVolume;
  spread: Spread;
  html: string;
}

/** The cover of every volume, as one spread of back, spine and front; none where the configuration wants none. */
export async function* printCovers(press: Press, volumes: readonly CoveredVolume[]): AsyncGenerator<Artifact> {
  const { cache, config, locale, progress } = press.context;
  const { direction } = locale;
  const { cover: options } = config.pdf;
  if (options === false) return;
  const covers = volumes.map((volume): Cover => {
    const spread = layOutSpread({ ...press, direction }, volume.pages, options);
    const { html, cut } = composeCover(press, spread, options, volume);
    if (cut > 0 && volume.number === 1) reportCut(press, cut);
    return { volume, spread, html };
  });
  const missing = covers.filter((cover) => !cache.find(KIND, keyOf(press, cover)));
  if (missing.length > 0) progress(missing.length === 1 ? "printing the cover" : `printing ${missing.length} covers`);
  await inParallel(press.context.jobs, missing, (cover) => printCover(press, cover));
  for (const cover of covers) yield* issueCover(press, cover);
}

/** Everything the bytes of a cover depend on: what is printed, and all that is asked of the file. */
function keyOf(press: Press, { volume, spread, html }: Cover): Key {
  const { file: _, path: __, settings, ...task } = coverTask(press, { volume, spread }, NO_FILES);
  return { ...keyOfPages(press), html, task, settings: withoutPath(settings), profile: press.profile };
}

async function printCover(press: Press, cover: Cover): Promise<void> {
  const { cache, pool, scratch } = press.context;
  const fileOf = (name: string): string => join(scratch, `cover-${cover.volume.number}${name}`);
  const [html, pdf, finished] = [fileOf(".html"), fileOf(".pdf"), fileOf("-press.pdf")];
  await writeFile(html, cover.html);
  // A cover has one page, and the titles of a part of the book.
  const { seconds } = press.context;
  await print(press, { html, pdf, tagged: false }, seconds);
  const task = coverTask(press, cover, { file: pdf, path: finished });
  const report = await pool.runWithin(seconds, tasks.preparePress, task);
  await cache.file(KIND, keyOf(press, cover), async (to) => {
    await mkdir(to);
    await rename(finished, join(to, COVER));
    await writeFile(join(to, REPORT), JSON.stringify(report));
  });
}

/** The file, and on screen what of a printer's demands it does not meet. */
async function* issueCover(press: Press, cover: Cover): AsyncGenerator<Artifact> {
  const { cache, config } = press.context;
  const folder = cache.find(KIND, keyOf(press, cover));
  if (!folder) throw new Error(`the cover of volume ${cover.volume.number} is gone from the cache`);
  const { checks }: PressReport = JSON.parse(await readFile(join(folder, REPORT), "utf8"));
  for (const check of checks) {
    if (!check.ok) reportFailed(press.context, `the cover of volume ${cover.volume.number}`, check);
  }
  const path = `book/${config.book.slug}${volumeSuffix(cover.volume)}-cover.pdf`;
  yield { path, mediaType: "application/pdf", content: { file: join(folder, COVER) } };
}

function reportCut({ context }: Press, cut: number): void {
  context.report({
    rule: "cover-text-fits",
    severity: "warning",
    found: `a text for the back of the cover that is ${cut} characters too long`,
    expected: "one that its panel holds; the rest was left out",
    mend: "shorten pdf.cover.blurb or pdf.cover.about in the configuration",
  });
}
