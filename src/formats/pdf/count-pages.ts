import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Destinations } from "./destinations.js";
import { writeDocument } from "./document.js";
import type { Press } from "./press.js";
import { print } from "./print.js";
import { styleSheet } from "./sheets.js";

/** What is measured together: sections that each begin on a new page. */
export interface Batch {
  /** Of its files in the scratch folder. */
  name: string;
  sections: readonly { id: string; html: string }[];
}

// Chromium looks on every page for every place that a link leads to. In text a `<` is escaped.
const LINK_TO_A_PLACE = /(<a(?: [^\s=>]+="[^"]*")*?) href="#[^"]*"/g;

/**
 * Pages of each section, in their order: counted by printing them in one document, unpainted and without tags. Running
 * heads stand in the margins and move nothing: patterns have none here, which spares a quarter of the time.
 */
export async function countPages(press: Press, batch: Batch): Promise<number[]> {
  const { pool, scratch } = press.context;
  const html = join(scratch, `${batch.name}.html`);
  const pdf = join(scratch, `${batch.name}.pdf`);
  const ids = batch.sections.map(({ id }) => id);
  await writeDocument(press, html, {
    title: batch.name,
    styleSheet: styleSheet(press, []),
    targets: ids,
    body: batch.sections.map(({ html: section }) => section.replace(LINK_TO_A_PLACE, "$1")),
    painted: false,
  });
  await print(press, { html, pdf, tagged: false });
  const { pages, pageOf } = await pool.run<{ file: string }, Destinations>("readDestinations", { file: pdf });
  await Promise.all([rm(html), rm(pdf)]);
  const starts = [...ids.map((id) => pageOf[id] ?? 1), pages + 1];
  return ids.map((_, index) => (starts[index + 1] ?? 1) - (starts[index] ?? 1));
}
