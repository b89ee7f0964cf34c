import type { Library } from "../../library/library.js";
import { standings } from "../../library/matter.js";
import type { PatternId } from "../../library/pattern.js";
import { present } from "../../library/present.js";
import { labelOf } from "../../print/finish/page-labels.js";
import type { Finished } from "../../print/finish/task.js";
import type { Locations, PrintedPage, PrintLocation } from "../locations.js";
import { partSection } from "../locations.js";
import { type MatterExtent, sectionOf } from "./matter/piece.js";
import { textId, volumesOfTexts } from "./matter/text-places.js";
import type { Pagination } from "./paging/pagination.js";
import type { PrintedVolume } from "./printed-volumes.js";

/** The pages of the book, and what each begins with. */
export function listPrintedPages(
  { byId, parts }: Library,
  { front, back }: Pagination,
  volumes: readonly PrintedVolume[],
): Pick<Locations, "pages" | "sections"> {
  const pages = new Map<PatternId, PrintedPage[]>();
  const sections = new Map<string, PrintedPage[]>();
  for (const { volume, finished } of volumes) {
    const before = present(front.get(volume.number), "the front matter of volume", volume.number).pages;
    const after = before + volume.pages;
    const listed = { volume: volume.number, before, finished };
    const note = (name: string, extent: Extent): void => {
      // For a section that every volume has, the pages in the first volume count.
      if (!sections.has(name)) sections.set(name, pagesOfSection(extent, listed));
    };
    const noteMatter = (matter: MatterExtent | undefined, from: number, end: number): void => {
      for (const [at, { id, page }] of (matter?.places ?? []).entries()) {
        const next = matter?.places[at + 1];
        note(sectionOf(id), { first: from + page, end: next ? from + next.page : end + 1 });
      }
    };
    noteMatter(front.get(volume.number), 0, before);
    for (const sheet of volume.sheets) {
      const first = before + sheet.page;
      if (sheet.kind === "part") {
        const part = parts.find(({ number }) => number === sheet.part);
        if (part) note(partSection(part), { first, end: first + sheet.pages });
      } else if (sheet.kind === "pattern") {
        const name = String(byId.get(sheet.id)?.number);
        pages.set(sheet.id, pagesOfPattern({ first, end: first + sheet.pages }, name, listed));
      }
    }
    // The back matter of the last volume is taken, because an e-book in one file ends as that volume does.
    if (volume.number === volumes.length) noteMatter(back.get(volume.number), after, finished.pages);
  }
  return { pages, sections };
}

/** From the first page to the one that is no longer part of it, pages of the PDF. */
interface Extent {
  first: number;
  end: number;
}

/** A volume whose pages are listed. */
interface Listed {
  volume: number;
  /** Pages in front of the body. */
  before: number;
  finished: Finished;
}

/** A page without a text, such as the blank one that brings what follows to a right-hand page, shows no number. */
function pagesOfSection({ first, end }: Extent, { volume, before, finished }: Listed): PrintedPage[] {
  return range(first, end)
    .filter((page) => page === first || finished.openings[page] !== undefined)
    .map((page) => ({
      volume,
      label: labelOf(page, before),
      ...(page === first ? { block: null } : { block: "end", opening: finished.openings[page] ?? "" }),
    }));
}

/** A page that a block from the page before fills has the block that the next page has. */
function pagesOfPattern({ first, end }: Extent, name: string, { volume, before, finished }: Listed): PrintedPage[] {
  const turns = finished.turns[name] ?? [];
  return range(first, end).map((page) => {
    const [, next = "end"] = turns.find(([turn]) => turn >= page) ?? [];
    const opening = finished.openings[page];
    return {
      volume,
      label: labelOf(page, before),
      block: page === first ? null : next,
      ...(page === first || !opening ? {} : { opening }),
    };
  });
}

function range(first: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
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
