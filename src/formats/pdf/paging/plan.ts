import type { PatternId } from "../../../library/pattern.js";
import { levelVolumes } from "../../../library/volumes.js";
import type { PrintLocation } from "../../locations.js";
import type { Extent } from "./extents.js";

/** A part and its patterns by chapter. Pages as measured. */
export interface MeasuredPart {
  /** Number of the part, from 1. */
  part: number;
  hasOpener: boolean;
  chapters: { patterns: ({ id: PatternId } & Extent)[] }[];
}

/** One run of pages in a volume. Page numbers are the folios of the body, from 1. */
export type Sheet =
  | { kind: "blank"; page: number }
  | { kind: "part"; part: number; page: number; pages: number }
  | PatternSheet;

export interface PatternSheet extends Extent {
  kind: "pattern";
  id: PatternId;
  part: number;
  chapter: number;
  page: number;
}

export interface VolumePlan {
  /** From 1. */
  number: number;
  sheets: Sheet[];
  /** Pages of the body, blanks included. */
  pages: number;
}

/** The patterns in their volumes: what contents and openers list. */
export interface Layout {
  volumes: readonly VolumePlan[];
  locations: ReadonlyMap<PatternId, PrintLocation>;
}

/** What is known of the pages round the patterns. */
export interface Room {
  /** How many pages the body of a volume may have. */
  limit(volume: number): number;
  /** How many pages a part's opener takes in a volume. */
  openerPages(volume: number, part: number): number;
  /** The first pattern of each volume, where volumes shall begin as they did: they do if that leaves none too long. */
  starts?: ReadonlySet<PatternId>;
}

// Pages of a sheet that is folded three times. Volumes are evened out by as many, so that few edits move their ends.
const SIGNATURE = 16;

/**
 * Lays the parts out in volumes, as few as there can be, each split at a chapter where one can be, else at a pattern; and
 * then as even as those can be without a chapter split for it.
 */
export function plan(parts: readonly MeasuredPart[], room: Room): VolumePlan[] {
  const { starts, ...open } = room;
  const asBefore = starts ? fill(parts, { ...room, limit: () => Number.POSITIVE_INFINITY }) : [];
  if (starts && asBefore.every(({ number, pages }) => pages <= room.limit(number))) return asBefore;
  return levelVolumes({
    fill: (less) => fill(parts, { ...open, limit: (volume) => room.limit(volume) - less }),
    spare: (volumes) => volumes.reduce((sum, { number, pages }) => sum + room.limit(number) - pages, 0),
    splitChapters,
    step: SIGNATURE,
  });
}

/** How many volumes begin in the middle of a chapter. */
function splitChapters(volumes: readonly VolumePlan[]): number {
  const chapters = volumes.map(({ sheets }) =>
    sheets.flatMap((sheet) => (sheet.kind === "pattern" ? [`${sheet.part} ${sheet.chapter}`] : [])),
  );
  return chapters.filter(([first], index) => first !== undefined && first === chapters[index - 1]?.at(-1)).length;
}

/**
 * Fills one volume after the other; every one opens on the part it is in, where that has an opener. Parts open on a right-hand page: a blank is put
 * before them where needed.
 */
function fill(parts: readonly MeasuredPart[], { limit, openerPages, starts }: Room): VolumePlan[] {
  const volumes: VolumePlan[] = [];
  let volume = openVolume(volumes);
  for (const part of parts) {
    let opened: VolumePlan | undefined;
    /** Whether pages find no room in the volume, with an opener before them where it has none yet. */
    const isFull = (pages: number): boolean => {
      const opening =
        opened === volume || !part.hasOpener ? 0 : (volume.pages % 2) + openerPages(volume.number, part.part);
      return volume.pages > 0 && volume.pages + opening + pages > limit(volume.number);
    };
    for (const [at, { patterns }] of part.chapters.entries()) {
      const length = patterns.reduce((sum, { pages }) => sum + pages, 0);
      const next = volume.number + 1;
      const ahead = part.hasOpener ? openerPages(next, part.part) : 0;
      if (isFull(length) && ahead + length <= limit(next)) volume = openVolume(volumes);
      for (const { id, pages, sources } of patterns) {
        if (isFull(pages) || (volume.pages > 0 && starts?.has(id))) volume = openVolume(volumes);
        if (part.hasOpener && opened !== volume) {
          openPart(volume, part.part, openerPages(volume.number, part.part));
          opened = volume;
        }
        volume.sheets.push({
          kind: "pattern",
          id,
          part: part.part,
          chapter: at + 1,
          page: volume.pages + 1,
          pages,
          sources,
        });
        volume.pages += pages;
      }
    }
  }
  return volumes;
}

function openVolume(volumes: VolumePlan[]): VolumePlan {
  const volume: VolumePlan = { number: volumes.length + 1, sheets: [], pages: 0 };
  volumes.push(volume);
  return volume;
}

function openPart(volume: VolumePlan, part: number, pages: number): void {
  if (volume.pages % 2 === 1) {
    volume.pages += 1;
    volume.sheets.push({ kind: "blank", page: volume.pages });
  }
  volume.sheets.push({ kind: "part", part, page: volume.pages + 1, pages });
  volume.pages += pages;
}
