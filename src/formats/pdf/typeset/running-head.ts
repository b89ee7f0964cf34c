import { widthOf } from "../../../page/letter-widths.js";
import type { PageGeometry } from "../trim.js";

/** As the style sheet has it, in points. */
const SIZE = 7.6;
/** What the folio and the space beside it take of the line, in points. */
const FOLIO = 36;
const MORE = " …";

/** A running head that has room beside the folio: cut after a word, or within one that fills the line alone. */
export function shortenHead(head: string, { width, inner, outer }: PageGeometry): string {
  const room = (width - inner - outer - FOLIO) / SIZE;
  if (widthOf(head) <= room) return head;
  let kept = "";
  let whole = "";
  for (const { segment } of new Intl.Segmenter().segment(head)) {
    if (widthOf(kept + segment + MORE) > room) break;
    if (segment === " ") whole = kept;
    kept += segment;
  }
  return (whole.length > kept.length / 2 ? whole : kept.trimEnd()) + MORE;
}
