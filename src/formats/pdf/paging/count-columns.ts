import { rm } from "node:fs/promises";
import { join } from "node:path";
import { onFirstPage } from "../../../browser/page.js";
import { writeDocument } from "../../../print/document.js";
import type { Press } from "../press.js";
import { styleSheet } from "../sheets.js";
import { pixelsLeft } from "../text-block.js";
import type { PageGeometry } from "../trim.js";
import { holdsTurned } from "../typeset/sideways.js";
import type { Batch, Extents } from "./extents.js";

/**
 * Counts the pages of sections by laying them out in columns on a screen. A column of the size of the text block breaks
 * where a page would, so nothing has to be printed and read again. Running heads stand in the margins and move nothing:
 * there are none here.
 * @returns no entry for what columns cannot show: a page that is turned, and a table that goes over several pages, on
 * each of which its head is repeated
 */
export async function countColumns(press: Press, { name, ...batch }: Batch, seconds: number): Promise<Extents> {
  const sections = batch.sections.filter(({ html }) => !holdsTurned(html));
  if (sections.length === 0) return new Map();
  const { browsers, scratch } = press.context;
  const file = join(scratch, `${name}.html`);
  await writeDocument(press, file, {
    title: name,
    styleSheet: styleSheet(press, []) + columnsLike(press.geometry),
    targets: [],
    body: sections.map(({ html }) => `<div class="measured">${html}</div>`),
  });
  const counts = await browsers.use(
    (browser) =>
      onFirstPage(browser, { html: { file }, assets: press.assets }, (page) => page.evaluate(countFragments)),
    seconds,
  );
  await rm(file);
  return new Map(
    sections.flatMap(({ id }, index) => {
      const extent = counts[index];
      return extent && extent.pages > 0 ? [[id, extent]] : [];
    }),
  );
}

/**
 * Columns are laid out once, when every font has loaded (see the script of a document), and hidden again before they
 * are drawn. A section's own page break would win over the break of the column, so it is switched off.
 */
function columnsLike({ width, height, inner, outer, head, foot }: PageGeometry): string {
  const measure = pixelsLeft(width, [inner, outer]);
  return (
    `main{width:${measure}px;height:${pixelsLeft(height, [head, foot])}px;columns:${measure}px;column-gap:0;column-fill:auto}` +
    "body.shown main{content-visibility:visible!important}.measured{break-before:column}.measured>*{break-before:auto}"
  );
}

/**
 * Runs in the page. A box that goes over several columns has a rectangle in each. Returns 0 pages for a section that
 * columns cannot count. A source is on the page whose column its first line stands in, whichever way columns follow.
 */
function countFragments(): { pages: number; sources: number[] }[] {
  const { classList } = document.body;
  classList.add("shown");
  const counts = Array.from(document.querySelectorAll(".measured"), (section) => {
    const tables = Array.from(section.querySelectorAll("table:has(thead)"));
    const columns = Array.from(section.getClientRects());
    const sources = Array.from(section.querySelectorAll(".record .source"), (source) => {
      const { left = 0, width = 0 } = source.getClientRects()[0] ?? {};
      const middle = left + width / 2;
      return Math.max(
        0,
        columns.findIndex((column) => column.left <= middle && middle <= column.right),
      );
    });
    return { pages: tables.some((table) => table.getClientRects().length > 1) ? 0 : columns.length, sources };
  });
  classList.remove("shown");
  return counts;
}
