import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Library, PatternId } from "../../library/pattern.js";
import type { Artifact, Context, Format } from "../format.js";
import { type CoveredVolume, printCovers } from "./cover/index.js";
import { reportUncovered } from "./coverage.js";
import type { Finished } from "./finish/task.js";
import { type Pagination, paginate } from "./pagination.js";
import { inParallel } from "./parallel.js";
import type { VolumePlan } from "./plan.js";
import { issuePress, volumeSuffix } from "./prepress/edition.js";
import type { PressReport } from "./prepress/press-task.js";
import { openPress, type Press } from "./press.js";
import { printVolume, type VolumeFacts, volumeInputs } from "./volume.js";

/** The printed book: measured, laid out in volumes, printed, finished. */
export const pdf: Format = {
  name: "pdf",
  async *render(library, context) {
    const press = await openPress(library, context);
    const { pagination, volumes } = await printUntilSettled(press);
    for (const [id, location] of pagination.locations) context.locations.print.set(id, location);
    const uncovered = await reportUncovered(press);
    for (const { file, finished, pressed, volume } of volumes) {
      if (!uncovered) reportStrayFonts(context, finished);
      yield artifact(context, volume, file);
      const frontPages = pagination.front.get(volume.number)?.pages ?? 0;
      if (pressed) yield* issuePress(press, { volume, frontPages, ...pressed });
    }
    yield* printCovers(press, volumes.map(toCovered));
  },
};

/** What a volume's cover asks of it. */
function toCovered({ volume, finished, pressed }: PrintedVolume, _: number, all: PrintedVolume[]): CoveredVolume {
  const ids = volume.sheets.flatMap((sheet) => (sheet.kind === "pattern" ? [sheet.id] : []));
  return {
    number: volume.number,
    count: all.length,
    pages: pressed?.report.pages ?? finished.pages,
    patterns: new Set(ids),
  };
}

interface PrintedVolume {
  volume: VolumePlan;
  file: string;
  finished: Finished;
  /** The press edition. */
  pressed?: { file: string; report: PressReport };
}

// Measured and printed pages agree but for rare cases; a second correction has never been needed.
const MOST_PRINTINGS = 3;

/** Where a pattern comes out longer or shorter than measured, everything after it moves: the numbers are set anew. */
async function printUntilSettled(press: Press): Promise<{ pagination: Pagination; volumes: PrintedVolume[] }> {
  const corrections = new Map<PatternId, number>();
  for (let printing = 1; ; printing++) {
    const pagination = await paginate(press, corrections);
    const volumes = await printVolumes(press, pagination);
    const drifted = volumes.flatMap((printed) => findDrift(press.library, pagination, printed));
    if (drifted.length === 0) return { pagination, volumes };
    if (printing === MOST_PRINTINGS) throw new Error(`the pages of ${drifted.length} patterns do not settle`);
    for (const [id, pages] of drifted) corrections.set(id, pages);
  }
}

async function printVolumes(press: Press, pagination: Pagination): Promise<PrintedVolume[]> {
  const { cache, progress, scratch } = press.context;
  const printed: PrintedVolume[] = [];
  const missing: { volume: VolumePlan; inputs: unknown[] }[] = [];
  for (const volume of pagination.volumes) {
    const inputs = volumeInputs(press, pagination, volume);
    const found = await findPrinted(cache, inputs);
    if (found) printed.push({ volume, ...found });
    else missing.push({ volume, inputs });
  }
  await inParallel(press.context, missing, async ({ volume, inputs }, browser) => {
    progress(`printing volume ${volume.number} of ${pagination.volumes.length}, ${volume.pages} pages`);
    const paths = {
      reading: join(scratch, `reading-${volume.number}.pdf`),
      press: join(scratch, `press-${volume.number}.pdf`),
    };
    const facts = await printVolume(press, pagination, volume, browser, paths);
    const file = await cache.file("volumes", inputs, (path) => rename(paths.reading, path));
    const pressed = facts.press && {
      file: await cache.file("press-volumes", inputs, (path) => rename(paths.press, path)),
      report: facts.press,
    };
    await cache.file("volume-facts", inputs, (path) => writeFile(path, JSON.stringify(facts)));
    printed.push({ volume, file, finished: facts.finished, ...(pressed ? { pressed } : {}) });
  });
  return printed.sort((a, b) => a.volume.number - b.volume.number);
}

/** A volume as it was printed from the same inputs before, in all its editions. */
async function findPrinted(
  cache: Context["cache"],
  inputs: unknown[],
): Promise<Omit<PrintedVolume, "volume"> | undefined> {
  const file = cache.find("volumes", inputs);
  const told = cache.find("volume-facts", inputs);
  if (!file || !told) return undefined;
  const { finished, press: report }: VolumeFacts = JSON.parse(await readFile(told, "utf8"));
  if (!report) return { file, finished };
  const pressFile = cache.find("press-volumes", inputs);
  return pressFile ? { file, finished, pressed: { file: pressFile, report } } : undefined;
}

/** Patterns that take more or fewer pages in print than in the plan. */
function findDrift({ byId }: Library, { front, back }: Pagination, printed: PrintedVolume): [PatternId, number][] {
  const { sheets, number, pages } = printed.volume;
  const before = front.get(number)?.pages ?? 0;
  const [end] = back.get(number)?.places ?? [];
  const patterns = sheets.filter((sheet) => sheet.kind === "pattern");
  const drifted: [PatternId, number][] = [];
  let shift = 0;
  for (const [index, sheet] of patterns.entries()) {
    const next = patterns[index + 1];
    const expected = next ? next.page : pages + (end?.page ?? 1);
    const found = printed.finished.places[next ? (byId.get(next.id)?.slug ?? "") : (end?.id ?? "")] ?? 0;
    const drift = found - (before + expected) - shift;
    if (drift !== 0) drifted.push([sheet.id, sheet.pages + drift]);
    shift += drift;
  }
  return drifted;
}

function reportStrayFonts({ report }: Context, { strayFonts }: Finished): void {
  for (const font of strayFonts) {
    report({
      rule: "fonts-cover-text",
      severity: "warning",
      found: `characters printed in ${font}, a font of this machine`,
      expected: "every character in a font that tokens.yaml declares",
      mend: "add a font that has the characters to fonts.fallbacks in templates/tokens.yaml",
    });
  }
}

function artifact({ config }: Context, volume: VolumePlan, file: string): Artifact {
  return {
    path: `book/${config.book.slug}${volumeSuffix(volume)}.pdf`,
    mediaType: "application/pdf",
    content: { file },
  };
}
