import { createHash } from "node:crypto";
import { join } from "node:path";
import type { NumberedPattern, PatternId } from "../../library/pattern.js";
import type { Key } from "../../machine/cache.js";
import { type PatternView, viewPattern } from "../../page/pattern-view.js";
import { volumeTitle } from "../../page/volume-title.js";
import { writeDocument } from "../../print/document.js";
import { print } from "../../print/print.js";
import type { EditionsTask, VolumeFacts } from "./editions.js";
import type { Finishing } from "./finishing.js";
import { composeChapterHead, openingAt } from "./matter/chapter.js";
import { partId, patternsIn } from "./matter/listing.js";
import { composeOpener } from "./matter/opener.js";
import { bind } from "./matter/piece.js";
import { keepLinks } from "./matter/texts.js";
import type { Matter } from "./paging/furniture.js";
import { addressesIn, type Pagination } from "./paging/pagination.js";
import type { VolumePlan } from "./paging/plan.js";
import { pressTask, withoutPath } from "./prepress/press-edition.js";
import type { Press } from "./press.js";
import { readingTask } from "./reading-edition.js";
import { composeForPrint, keyOfPages, styleSheet } from "./sheets.js";
import { tasks } from "./tasks.js";

const BLANK = '<div class="blank"></div>';

// Pages for which a volume gets the time limit of one pattern: even a busy machine prints them in a tenth of that time,
// and finishes them in less.
const PAGES_IN_A_LIMIT = 40;

/** A volume and what stands round its patterns. */
export interface BoundVolume {
  volume: VolumePlan;
  matter: Matter;
}

/** Everything the bytes of a volume depend on: what is printed, and all that is asked of both files. */
export function keyOfVolume(press: Press, pagination: Pagination, { volume, matter }: BoundVolume): Key {
  const views = patternsIn(press.library, volume).map((pattern) => [
    pattern.body.key,
    viewIn(press, pagination, volume, pattern),
    composeChapterHead(press, pattern),
  ]);
  const openings = patternsIn(press.library, volume).flatMap((pattern) => openingAt(press, pattern) ?? []);
  const { front, back } = pagination;
  const { reading, press: task } = tasksOf(press, pagination, volume, { file: "", reading: "", press: "" });
  return {
    ...keyOfPages(press),
    style: styleSheet(press, patternsIn(press.library, volume), foliosOf(volume)),
    openers: volume.sheets.flatMap((sheet) =>
      sheet.kind === "part" ? [composeOpener(press, pagination, volume, sheet.part)] : [],
    ),
    openings: openings.map((html) => keepLinks({ html }, press, pagination, volume).html),
    volume,
    extents: [front.get(volume.number), back.get(volume.number)],
    matter,
    patterns: createHash("sha256").update(JSON.stringify(views)).digest("hex"),
    reading,
    press: task && { ...task, settings: withoutPath(task.settings) },
    profile: press.profile,
  };
}

/** What is asked of both editions: all that the thread is told that makes them. */
function tasksOf(
  press: Press,
  pagination: Pagination,
  volume: VolumePlan,
  paths: { file: string; reading: string; press: string },
): EditionsTask {
  const { config, locale } = press.context;
  const title = volumeTitle(config.book, volume, pagination.volumes.length, locale);
  const { file } = paths;
  const task = pressTask(press, { file, path: paths.press, title });
  return {
    reading: readingTask(press, pagination, volume, { file, path: paths.reading, title }),
    ...(task ? { press: task } : {}),
  };
}

/** Prints a volume once and makes both editions of it; returns where its patterns came to stand. */
export async function printVolume(
  press: Press,
  pagination: Pagination,
  { volume, matter }: BoundVolume,
  { paths, finishing }: { paths: { reading: string; press: string }; finishing: Finishing },
): Promise<VolumeFacts> {
  const { scratch, pool } = press.context;
  const html = join(scratch, `volume-${volume.number}.html`);
  const pdf = join(scratch, `volume-${volume.number}.pdf`);
  const asked = tasksOf(press, pagination, volume, { file: pdf, ...paths });
  const patterns = patternsIn(press.library, volume);
  const { front, back } = matter;
  await writeDocument(press, html, {
    title: asked.reading.title,
    styleSheet: styleSheet(press, patterns, foliosOf(volume)),
    targets: [...patterns.map(({ slug }) => slug), ...partIds(volume), ...[...front, ...back].map(({ id }) => id)],
    body: [
      ...bind(front, pagination.front.get(volume.number), '<div class="blank roman"></div>'),
      ...(await composeBody(press, pagination, volume)),
      ...bind(back, pagination.back.get(volume.number), BLANK),
    ],
  });
  const seconds = press.context.seconds * (1 + volume.pages / PAGES_IN_A_LIMIT);
  await print(press, { html, pdf, tagged: true }, seconds);
  finishing.printed();
  const run = (): Promise<VolumeFacts> => pool.runWithin(seconds, tasks.makeEditions, asked);
  return finishing.run(run);
}

function viewIn(press: Press, { locations }: Pagination, volume: VolumePlan, pattern: NumberedPattern): PatternView {
  return viewPattern(press.library, pattern, addressesIn(press, locations, volume.number), press.context);
}

function foliosOf({ sheets }: VolumePlan): Map<PatternId, number> {
  return new Map(sheets.flatMap((sheet) => (sheet.kind === "pattern" ? [[sheet.id, sheet.page]] : [])));
}

function partIds(volume: VolumePlan): string[] {
  return volume.sheets.flatMap((sheet) => (sheet.kind === "part" ? [partId(volume.number, sheet.part)] : []));
}

async function composeBody(press: Press, pagination: Pagination, volume: VolumePlan): Promise<string[]> {
  const body: string[] = [];
  for (const sheet of volume.sheets) {
    if (sheet.kind === "blank") body.push(BLANK);
    else if (sheet.kind === "part") body.push(composeOpener(press, pagination, volume, sheet.part));
    else {
      const pattern = press.library.byId.get(sheet.id);
      if (!pattern) continue;
      const html = await composeForPrint(press, pattern, viewIn(press, pagination, volume, pattern));
      // Links of its own lead nowhere else; those of the text that opens its chapter are the same in every volume.
      const isOpened = openingAt(press, pattern) !== undefined;
      body.push(isOpened ? keepLinks({ html }, press, pagination, volume).html : html);
    }
  }
  return body;
}
