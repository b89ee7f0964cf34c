import { rm } from "node:fs/promises";
import { join } from "node:path";
import { present } from "../../../library/present.js";
import { writeDocument } from "../document.js";
import type { Press } from "../press.js";
import { print } from "../print.js";
import { styleSheet } from "../sheets.js";
import { tasks } from "../tasks.js";
import type { Batch, Extents } from "./extents.js";

// On every page Chromium looks for every place that some link leads to, so links are removed here. In text a `<` is
// escaped, so this finds tags only.
const LINK_TO_A_PLACE = /(<a(?: [^\s=>]+="[^"]*")*?) href="#[^"]*"/g;

// Chromium skips the painting of what is wholly transparent: that saves half the time.
const UNPAINTED = "main{opacity:0!important}";

/** Counts the pages of sections by printing them in one document, unpainted and without tags. */
export async function countPrinted(press: Press, { name, sections }: Batch, seconds: number): Promise<Extents> {
  if (sections.length === 0) return new Map();
  const { pool, scratch } = press.context;
  const html = join(scratch, `${name}.html`);
  const pdf = join(scratch, `${name}.pdf`);
  const ids = sections.map(({ id }) => id);
  await writeDocument(press, html, {
    title: name,
    styleSheet: styleSheet(press, []) + UNPAINTED,
    targets: ids,
    body: sections.map(({ html: section }) => section.replace(LINK_TO_A_PLACE, "$1")),
  });
  await print(press, { html, pdf, tagged: false }, seconds);
  const { pages, pageOf } = await pool.runWithin(seconds, tasks.readDestinations, { file: pdf });
  await Promise.all([rm(html), rm(pdf)]);
  const starts = ids.map((id) => present(pageOf[id], "the page of", id));
  return new Map(
    ids.map((id, index) => [id, (starts[index + 1] ?? pages + 1) - present(starts[index], "the page of", id)]),
  );
}
