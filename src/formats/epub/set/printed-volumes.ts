import type { Locations, PrintedPage } from "../../locations.js";

/** What an e-book knows of the pages of the printed book. */
type Pages = Pick<Locations, "pages" | "sections">;

/** The volumes of the printed book that an e-book has pages of, in their order. */
export function listPrintedVolumes({ pages, sections }: Pages): number[] {
  const all = [...[...pages.values()].flat(), ...[...sections.values()].flat()];
  return [...new Set(all.map(({ volume }) => volume))].sort((one, other) => one - other);
}

/**
 * Labels as one e-book has them: every volume counts its pages from 1, so where the book has pages of several the volume
 * stands before the page, as in the general index: `3:250`.
 */
export function nameVolumes<Places extends Pages>(places: Places): Places {
  if (listPrintedVolumes(places).length < 2) return places;
  const name = (page: PrintedPage): PrintedPage => ({ ...page, label: `${page.volume}:${page.label}` });
  return {
    ...places,
    pages: new Map([...places.pages].map(([id, pages]) => [id, pages.map(name)])),
    sections: new Map([...places.sections].map(([section, own]) => [section, own.map(name)])),
  };
}
