import { rm } from "node:fs/promises";
import { join } from "node:path";
import { present } from "../../../library/present.js";
import { writeDocument } from "../../../print/document.js";
import { print } from "../../../print/print.js";
import type { Press } from "../press.js";
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
  const cited = sections.map((section) => citedIn(section.html));
  await writeDocument(press, html, {
    title: name,
    styleSheet: styleSheet(press, []) + UNPAINTED,
    targets: [...ids, ...cited.flat()],
    body: sections.map(({ html: section }) => section.replace(LINK_TO_A_PLACE, "$1")),
  });
  await print(press, { html, pdf, tagged: false }, seconds);
  const { pages, pageOf } = await pool.runWithin(seconds, tasks.readDestinations, { file: pdf });
  await Promise.all([rm(html), rm(pdf)]);
  const pageFor = (id: string): number => present(pageOf[id], "the page of", id);
  const starts = [...ids.map(pageFor), pages + 1];
  return new Map(
    ids.map((id, index) => {
      const start = pageFor(id);
      const sources = present(cited[index], "the sources of", id).map((source) => pageFor(source) - start);
      return [id, { pages: present(starts[index + 1], "the page after", id) - start, sources }];
    }),
  );
}

// As the record has them: see its template.
const CITED = /<span class="source" id="([^"]+)"/g;

function citedIn(html: string): string[] {
  return [...html.matchAll(CITED)].flatMap(([, id]) => id ?? []);
}
