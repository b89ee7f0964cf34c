import { inflateRawSync } from "node:zlib";
import { deflate, type Packed } from "../../../archives/zip.js";
import type { ListedPage } from "../pages/document.js";

/**
 * For pages that are divided over several files: the address of each place in them, by the address that it would have
 * in a single file.
 */
export type MovedPlaces = ReadonlyMap<string, string>;

/** Only when all pages are composed is it known which file a place of a very long one is in. */
export function listMovedPlaces(pages: Iterable<ListedPage>): MovedPlaces {
  const moved = new Map<string, string>();
  for (const { file, places = [] } of pages) {
    const first = file.replace(/-\d+(?=\.xhtml$)/, "");
    for (const id of places) moved.set(`${first}#${id}`, `${file}#${id}`);
  }
  return moved;
}

/** The page with its links to moved places put right; nearly every page has none. */
export function leadToMoved(packed: Packed, { leads = [] }: ListedPage, moved: MovedPlaces): Packed {
  const wrong = leads.filter((lead) => moved.has(lead));
  if (wrong.length === 0) return packed;
  let xhtml = inflateRawSync(packed.data).toString("utf8");
  for (const lead of wrong) xhtml = xhtml.replaceAll(`href="${lead}"`, `href="${moved.get(lead)}"`);
  return deflate(xhtml);
}
