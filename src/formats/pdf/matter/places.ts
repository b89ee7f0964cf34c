import type { NumberedPattern, PatternId } from "../../../library/pattern.js";
import type { Layout } from "../paging/plan.js";
import { pageRange } from "./folio.js";

/** The pages of a pattern as an index names them. */
export interface Locator {
  /** `213–18`; in an index of all volumes `2:213–18`. */
  label: string;
  /** Null where the pattern stands in another volume. */
  href: string | null;
}

/** @returns a function that gives the pages of a pattern; undefined for one that has no pages */
export function openLocators(
  { volumes }: Pick<Layout, "volumes">,
  inVolume: number,
  { language, ofAllVolumes }: { language: string; ofAllVolumes: boolean },
): (pattern: NumberedPattern) => Locator | undefined {
  const locators = new Map<PatternId, Omit<Locator, "href"> & { here: boolean }>();
  for (const { number, sheets } of volumes) {
    for (const sheet of sheets) {
      if (sheet.kind !== "pattern") continue;
      const pages = pageRange(sheet.page, sheet.page + sheet.pages - 1, language);
      locators.set(sheet.id, { label: ofAllVolumes ? `${number}:${pages}` : pages, here: number === inVolume });
    }
  }
  return ({ id, slug }) => {
    const locator = locators.get(id);
    return locator && { label: locator.label, href: locator.here ? `#${slug}` : null };
  };
}
