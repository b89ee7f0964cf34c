import type { PatternId } from "../../../library/pattern.js";
import { citedId } from "../../../page/matter/term-index/cited.js";
import type { Place } from "../../../page/matter/term-index/entries.js";
import type { Layout, PatternSheet } from "../paging/plan.js";
import { pageRange } from "./folio.js";

/** The pages of a pattern as an index names them. */
export interface Locator {
  /** `213–18`; in an index of all volumes `2:213–18`. */
  label: string;
  /** Null where the pattern stands in another volume. */
  href: string | null;
}

/** @returns a function that gives the pages of a pattern, or the page of one of its sources; undefined for one that has no pages */
export function openLocators(
  { volumes }: Pick<Layout, "volumes">,
  inVolume: number,
  { language, ofAllVolumes }: { language: string; ofAllVolumes: boolean },
): (place: Place) => Locator | undefined {
  const sheets = new Map<PatternId, PatternSheet & { volume: number }>();
  for (const volume of volumes) {
    for (const sheet of volume.sheets) {
      if (sheet.kind === "pattern") sheets.set(sheet.id, { ...sheet, volume: volume.number });
    }
  }
  return ({ pattern: { id, slug }, source }) => {
    const sheet = sheets.get(id);
    if (!sheet) return undefined;
    const { page, volume } = sheet;
    const cited = source === undefined ? undefined : sheet.sources[source];
    const pages = cited === undefined ? pageRange(page, page + sheet.pages - 1, language) : String(page + cited);
    const anchor = cited === undefined || source === undefined ? slug : citedId(slug, source);
    return { label: ofAllVolumes ? `${volume}:${pages}` : pages, href: volume === inVolume ? `#${anchor}` : null };
  };
}
