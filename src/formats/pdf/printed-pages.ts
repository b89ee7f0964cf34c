import type { Library } from "../../library/library.js";
import { standings } from "../../library/matter.js";
import type { PatternId } from "../../library/pattern.js";
import { present } from "../../library/present.js";
import type { Locations, PrintedPage, PrintLocation } from "../locations.js";
import { partSection } from "../locations.js";
import { labelOf } from "./finish/page-labels.js";
import { sectionOf } from "./matter/piece.js";
import { textId, volumesOfTexts } from "./matter/text-places.js";
import type { Pagination } from "./paging/pagination.js";
import type { PrintedVolume } from "./printed-volumes.js";

/** The pages of the book, and what begins on each. */
export function listPrintedPages(
  { byId, parts }: Library,
  { front, back }: Pagination,
  volumes: readonly PrintedVolume[],
): Pick<Locations, "pages" | "sections"> {
  const pages = new Map<PatternId, PrintedPage[]>();
  const sections = new Map<string, PrintedPage>();
  for (const { volume, finished } of volumes) {
    const before = present(front.get(volume.number), "the front matter of volume", volume.number).pages;
    const note = (name: string, page: number): void => {
      // For a section that every volume has, the page in the first volume counts.
      if (!sections.has(name)) sections.set(name, { volume: volume.number, label: labelOf(page, before), block: null });
    };
    for (const { id, page } of front.get(volume.number)?.places ?? []) note(sectionOf(id), page);
    for (const sheet of volume.sheets) {
      if (sheet.kind === "part") {
        const part = parts.find(({ number }) => number === sheet.part);
        if (part) note(partSection(part), before + sheet.page);
      } else if (sheet.kind === "pattern") {
        const turns = finished.turns[String(byId.get(sheet.id)?.number)] ?? [];
        pages.set(sheet.id, pagesOf({ first: before + sheet.page, count: sheet.pages }, turns, volume.number, before));
      }
    }
    // The back matter of the last volume is taken, because an e-book in one file ends as that volume does.
    if (volume.number !== volumes.length) continue;
    for (const { id, page } of back.get(volume.number)?.places ?? []) note(sectionOf(id), before + volume.pages + page);
  }
  return { pages, sections };
}

/** Where each text of the book begins, in the same form as for patterns. */
export function locateTexts(library: Library, pagination: Pagination): Map<PatternId, PrintLocation> {
  const print = new Map<PatternId, PrintLocation>();
  const { front, back, volumes } = pagination;
  const inVolume = volumesOfTexts(library, pagination.locations);
  for (const [id, standing] of standings(library)) {
    const text = library.texts.byId.get(id);
    const volume = volumes.find(({ number }) => number === inVolume.get(id));
    if (!text || !volume) continue;
    const before = present(front.get(volume.number), "the front matter of volume", volume.number).pages;
    const note = (page: number): unknown =>
      print.set(id, { volume: volume.number, page, label: labelOf(page, before) });
    const placeIn = (extents: Pagination["front"]): number =>
      present(
        extents.get(volume.number)?.places.find((place) => place.id === textId(text)),
        "the place of",
        text.slug,
      ).page;
    if (standing === "front") note(placeIn(front));
    else if (standing === "back") note(before + volume.pages + placeIn(back));
    else if (standing.chapter) {
      const [first] = standing.chapter.patterns;
      const location = first && pagination.locations.get(first.id);
      if (location) print.set(id, location);
    } else {
      const opener = volume.sheets.find((sheet) => sheet.kind === "part" && sheet.part === standing.part.number);
      if (opener) note(before + opener.page);
    }
  }
  return print;
}

/** A page that a block from the page before fills has the block that the next page has. */
function pagesOf(
  { first, count }: { first: number; count: number },
  turns: readonly [page: number, block: string][],
  volume: number,
  before: number,
): PrintedPage[] {
  return Array.from({ length: count }, (_, at): PrintedPage => {
    const page = first + at;
    const [, next = "end"] = turns.find(([turn]) => turn >= page) ?? [];
    return { volume, label: labelOf(page, before), block: at === 0 ? null : next };
  });
}
