import { readFile, writeFile } from "node:fs/promises";
import { present } from "../../../library/present.js";
import { atMost } from "../../../threads/at-most.js";
import { composeBack } from "../matter/back.js";
import { composeFront } from "../matter/front.js";
import { partId } from "../matter/listing.js";
import { composeOpener } from "../matter/opener.js";
import { layOut, type MatterExtent, type Piece } from "../matter/piece.js";
import { inParallel } from "../parallel.js";
import type { Press } from "../press.js";
import { keyOfPages } from "../sheets.js";
import { countPages } from "./count-pages.js";
import type { Layout, VolumePlan } from "./plan.js";

/** What stands round the patterns: front matter, part openers, back matter. */
export interface Furniture {
  /** By volume; an even number of pages, since the body begins on a right-hand page. */
  front: ReadonlyMap<number, MatterExtent>;
  /** Pages of a part's opener, by volume and part. */
  openers: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** By volume. */
  back: ReadonlyMap<number, MatterExtent>;
}

/** Front and back matter of a volume. */
export interface Matter {
  front: Piece[];
  back: Piece[];
}

/**
 * Front and back matter with the pages that are known: while the extents of the front and back matter are unknown, the
 * contents show no page numbers for them.
 */
export function composeMatter(press: Press, layout: Layout & Partial<Furniture>, volume: VolumePlan): Matter {
  const back = composeBack(press, layout, volume);
  const extents = { front: layout.front?.get(volume.number), back: layout.back?.get(volume.number) };
  return { front: composeFront(press, layout, volume, back, extents), back };
}

/** Counts the pages of front matter, openers and back matter of all volumes. */
export async function measureFurniture(press: Press, layout: Layout): Promise<Furniture> {
  const front = new Map<number, MatterExtent>();
  const openers = new Map<number, ReadonlyMap<number, number>>();
  const back = new Map<number, MatterExtent>();
  const { jobs } = press.context;
  // While the pages of some are counted the next are composed.
  await inParallel(jobs, toBatches(layout.volumes, jobs), async (batch, index) => {
    const seconds = secondsFor(press);
    const composed = batch.map((volume) => atMost(seconds, () => composeVolume(press, layout, volume)));
    const lengths = await measurePieces(press, `furniture-${index}`, composed);
    for (const [at, { volume, ...pieces }] of composed.entries()) {
      const pages = present(lengths[at], "the lengths of volume", volume.number);
      front.set(volume.number, layOut(pieces.front, pages, { before: 0, even: true }));
      back.set(volume.number, layOut(pieces.back, pages, { before: volume.pages, even: false }));
      openers.set(
        volume.number,
        new Map(pieces.openers.map(({ part, id }) => [part, present(pages.get(id), "the pages of", id)])),
      );
    }
  });
  return { front, openers, back };
}

// Contents and index name each pattern several times. For this many patterns they take less time than one slow pattern
// may take.
const PATTERNS_IN_A_LIMIT = 50;

function secondsFor({ library, context }: Press): number {
  return context.seconds * (1 + library.patterns.length / PATTERNS_IN_A_LIMIT);
}

/** Front and back matter of a volume and the openers of its parts. */
interface Composed extends Matter {
  volume: VolumePlan;
  openers: (Piece & { part: number })[];
}

function composeVolume(press: Press, layout: Layout, volume: VolumePlan): Composed {
  const openers = volume.sheets.flatMap((sheet) =>
    sheet.kind === "part"
      ? [
          {
            part: sheet.part,
            id: partId(volume.number, sheet.part),
            html: composeOpener(press, layout, volume, sheet.part),
          },
        ]
      : [],
  );
  return { volume, ...composeMatter(press, layout, volume), openers };
}

/** Pages of each piece by id, for each volume. What was measured before is not laid out again. */
async function measurePieces(press: Press, name: string, volumes: readonly Composed[]): Promise<Map<string, number>[]> {
  const { cache } = press.context;
  const documents = volumes.map(({ front, openers, back }) => {
    const pieces = [...front, ...openers, ...back];
    // Figures are all of one width: which page an entry names does not change how much room it takes.
    return { pieces, key: { ...keyOfPages(press), pieces: pieces.map(({ html }) => html.replace(/\d/g, "0")) } };
  });
  const missing = documents.filter(({ key }) => !cache.find("furniture", key));
  const sections = missing.flatMap(({ pieces }, volume) => pieces.map((piece) => nameApart(piece, volume)));
  const lengths = await countPages(press, { name, sections }, secondsFor(press));
  for (const { pieces, key } of missing) {
    const own = lengths.splice(0, pieces.length);
    await cache.file("furniture", key, (path) => writeFile(path, JSON.stringify(own)));
  }
  return Promise.all(
    documents.map(async ({ pieces, key }) => {
      const own: number[] = JSON.parse(
        await readFile(present(cache.find("furniture", key), "the furniture that was measured"), "utf8"),
      );
      return new Map(pieces.map(({ id }, at) => [id, present(own[at], "the pages of", id)]));
    }),
  );
}

// Some ten pages each.
const MOST_IN_A_DOCUMENT = 30;

/** Several volumes to a document: to open one takes longer than to count the pages of a volume's furniture. */
function toBatches<Task>(tasks: readonly Task[], jobs: number): Task[][] {
  const size = Math.min(Math.ceil(tasks.length / jobs), MOST_IN_A_DOCUMENT);
  const batches: Task[][] = [];
  for (let from = 0; from < tasks.length; from += size) batches.push(tasks.slice(from, from + size));
  return batches;
}

/** Volumes have pieces of the same names. */
function nameApart({ id, html }: Piece, volume: number): { id: string; html: string } {
  const apart = `${volume}-${id}`;
  return { id: apart, html: html.replace(`id="${id}"`, `id="${apart}"`) };
}
