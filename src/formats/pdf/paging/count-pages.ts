import { present } from "../../../library/present.js";
import type { Press } from "../press.js";
import { countColumns } from "./count-columns.js";
import { countPrinted } from "./count-printed.js";
import type { Batch } from "./extents.js";

/**
 * Pages of each section, in their order: those that columns do not count are printed.
 * @param seconds that either may take
 */
export async function countPages(press: Press, { name, sections }: Batch, seconds: number): Promise<number[]> {
  const columns = await countColumns(press, { name, sections }, seconds);
  const others = sections.filter(({ id }) => !columns.has(id));
  const printed = await countPrinted(press, { name, sections: others }, seconds);
  return sections.map(({ id }) => (columns.get(id) ?? present(printed.get(id), "the pages of", id)).pages);
}
