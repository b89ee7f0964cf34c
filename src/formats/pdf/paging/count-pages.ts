import type { Press } from "../press.js";
import { countColumns } from "./count-columns.js";
import { countPrinted } from "./count-printed.js";

/** What is measured together: sections that each begin on a new page. */
export interface Batch {
  /** Of its files in the scratch folder. */
  name: string;
  sections: readonly Section[];
}

export interface Section {
  id: string;
  html: string;
}

/** Pages of each section by its id. */
export type Extents = ReadonlyMap<string, number>;

/** Pages of each section, in their order: those that columns do not count are printed. */
export async function countPages(press: Press, { name, sections }: Batch): Promise<number[]> {
  const columns = await countColumns(press, { name, sections });
  const others = sections.filter(({ id }) => !columns.has(id));
  const printed = await countPrinted(press, { name, sections: others });
  return sections.map(({ id }) => columns.get(id) ?? printed.get(id) ?? 1);
}
