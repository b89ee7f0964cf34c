import type { Library } from "../../../library/library.js";
import { present } from "../../../library/present.js";
import type { Context } from "../about.js";
import { composeTexts } from "../matter/texts.js";
import { type Pagination, paginate } from "../paging/pagination.js";
import { openPress, type Press } from "../press.js";

/**
 * Opens a book for its press. A printer's least inner margin grows with the pages of the longest volume, and the pages
 * with the margin: they are counted again until the margin fits the number of pages. The margin never shrinks in this,
 * so the search ends.
 */
export async function openFitted(library: Library, context: Context): Promise<Press> {
  let press = await openWithTexts(library, context, 1);
  while (press.printer) {
    const pages = longestVolume(press, await paginate(press, new Map()));
    const next = await openWithTexts(library, context, pages);
    if (next.geometry.inner <= press.geometry.inner) return press;
    press = next;
  }
  return press;
}

async function openWithTexts(library: Library, context: Context, pages: number): Promise<Press> {
  const press = await openPress(library, context, pages);
  return { ...press, texts: await composeTexts(press) };
}

/** Pages of the longest volume with all that stands round its patterns, and with the blanks that make up a sheet. */
function longestVolume({ terms }: Press, { volumes, front, back }: Pagination): number {
  const lengths = volumes.map(
    ({ number, pages }) =>
      present(front.get(number), "the front matter of volume", number).pages +
      pages +
      present(back.get(number), "the back matter of volume", number).pages,
  );
  return Math.ceil(Math.max(1, ...lengths) / terms.pageMultiple) * terms.pageMultiple;
}
