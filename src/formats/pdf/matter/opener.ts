import type { Layout, VolumePlan } from "../paging/plan.js";
import type { Press } from "../press.js";
import { viewOpened } from "./contents.js";
import { keepLinks } from "./texts.js";

// As the style sheet has it, in points: what stands above the list, what of that a crowded opener saves, and what a
// chapter's name and an entry take. Two columns and what is between them have to have their width.
const HEAD = { above: 241, saved: 100 };
const LIST = { chapter: 22, entry: 12 };
const TWO_COLUMNS = 288;
// Some titles take two lines, and columns are not of one length.
const UNEVEN = 1.15;

/** The opening pages of a part in a volume. A list that just does not fit below the usual space has less: `crowded`. */
export function composeOpener(press: Press, layout: Layout, volume: VolumePlan, part: number): string {
  const { templates, locale } = press.context;
  const entry = viewOpened(press, layout, volume, part);
  const heights = entry?.chapters.map(({ patterns }) => LIST.chapter + LIST.entry * patterns.length) ?? [];
  const text = textOf(press, layout, volume, part);
  const { width, inner, outer, block } = press.geometry;
  const columns = width - inner - outer < TWO_COLUMNS ? 1 : 2;
  const list = (heights.reduce((sum, height) => sum + height, 0) / columns) * UNEVEN;
  const missing = HEAD.above + list - block;
  const crowded = missing > 0 && missing <= HEAD.saved;
  return templates.render("book/part", {
    words: locale.words,
    part: entry,
    crowded: crowded && text === "",
    text,
  });
}

/** What the library says of the part: where it begins, not where it goes on in another volume. */
function textOf(press: Press, layout: Layout, volume: VolumePlan, number: number): string {
  const part = press.library.parts.find((each) => each.number === number);
  const html = part && press.texts.openings.get(part);
  const [first] = part?.chapters[0]?.patterns ?? [];
  if (html === undefined || !first || layout.locations.get(first.id)?.volume !== volume.number) return "";
  return keepLinks({ html }, press, layout, volume).html;
}
