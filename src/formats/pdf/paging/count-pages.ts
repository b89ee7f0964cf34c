import type { Press } from "../press.js";
import { countColumns } from "./count-columns.js";
import { countPrinted } from "./count-printed.js";
import type { Batch } from "./extents.js";

/** Pages of each section, in their order: those that columns do not count are printed. */
export async function countPages(press: Press, { name, sections }: Batch): Promise<number[]> {
  const columns = await countColumns(press, { name, sections });
  const others = sections.filter(({ id }) => !columns.has(id));
  const printed = await countPrinted(press, { name, sections: others });
  return sections.map(({ id }) => columns.get(id) ?? printed.get(id) ?? 1);
}
