import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Key } from "../../machine/cache.js";
import type { Finished } from "../../print/finish/task.js";
import type { Context } from "./about.js";
import type { VolumeFacts } from "./editions.js";
import { type Finishing, openFinishing } from "./finishing.js";
import { composeMatter } from "./paging/furniture.js";
import type { Pagination } from "./paging/pagination.js";
import type { VolumePlan } from "./paging/plan.js";
import { inParallel } from "./parallel.js";
import type { PressReport } from "./prepress/press-task.js";
import type { Press } from "./press.js";
import { type BoundVolume, keyOfVolume, printVolume } from "./volume.js";

/** A volume in all its editions. */
export interface PrintedVolume {
  volume: VolumePlan;
  /** The reading edition. */
  file: string;
  finished: Finished;
  /** The press edition. */
  pressed?: { file: string; report: PressReport };
}

/** Prints every volume, in their order; one that was printed from the same before is not printed again. */
export async function printVolumes(press: Press, pagination: Pagination): Promise<PrintedVolume[]> {
  const printed: PrintedVolume[] = [];
  const finishing = openFinishing(press.context.jobs, pagination.volumes.length);
  await inParallel(press.context.jobs, pagination.volumes, async (volume) => {
    const matter = composeMatter(press, pagination, volume);
    const key = keyOfVolume(press, pagination, { volume, matter });
    const found = await findPrinted(press.context.cache, key);
    if (found) finishing.printed();
    printed.push(
      found ? { volume, ...found } : await printMissing(press, pagination, { volume, matter, key }, finishing),
    );
  });
  return printed.sort((a, b) => a.volume.number - b.volume.number);
}

interface Missing extends BoundVolume {
  key: Key;
}

async function findPrinted(cache: Context["cache"], key: Key): Promise<Omit<PrintedVolume, "volume"> | undefined> {
  const folder = cache.find(KIND, key);
  return folder === undefined ? undefined : openPrinted(folder);
}

/** Of the cache. */
const KIND = "volumes";
/** Files of an entry. */
const READING = "reading.pdf";
const PRESS = "press.pdf";
const FACTS = "facts.json";

async function openPrinted(folder: string): Promise<Omit<PrintedVolume, "volume">> {
  const { finished, press: report }: VolumeFacts = JSON.parse(await readFile(join(folder, FACTS), "utf8"));
  const file = join(folder, READING);
  return report ? { file, finished, pressed: { file: join(folder, PRESS), report } } : { file, finished };
}

async function printMissing(
  press: Press,
  pagination: Pagination,
  { volume, matter, key }: Missing,
  finishing: Finishing,
): Promise<PrintedVolume> {
  const { cache, progress, scratch } = press.context;
  progress(`printing volume ${volume.number} of ${pagination.volumes.length}, ${volume.pages} pages`);
  const paths = {
    reading: join(scratch, `reading-${volume.number}.pdf`),
    press: join(scratch, `press-${volume.number}.pdf`),
  };
  const { finished, press: report } = await printVolume(press, pagination, { volume, matter }, { paths, finishing });
  const facts: VolumeFacts = { finished, ...(report ? { press: report } : {}) };
  const folder = await cache.file(KIND, key, async (to) => {
    await mkdir(to);
    await rename(paths.reading, join(to, READING));
    if (report) await rename(paths.press, join(to, PRESS));
    await writeFile(join(to, FACTS), JSON.stringify(facts));
  });
  return { volume, ...(await openPrinted(folder)) };
}
