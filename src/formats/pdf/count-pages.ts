import { countColumns } from "./count-columns.js";
import { countPrinted } from "./count-printed.js";
import type { Press } from "./press.js";
import { holdsTurned } from "./sideways.js";

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

/** Pages of each section, in their order. A page that is turned has no like among columns: what holds one is printed. */
export async function countPages(press: Press, { name, sections }: Batch): Promise<number[]> {
  const upright = sections.filter(({ html }) => !holdsTurned(html));
  const turned = sections.filter(({ html }) => holdsTurned(html));
  const counted = new Map([
    ...(await countColumns(press, { name, sections: upright })),
    ...(await countPrinted(press, { name: `${name}-turned`, sections: turned })),
  ]);
  return sections.map(({ id }) => counted.get(id) ?? 1);
}
