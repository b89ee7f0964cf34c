import type { Layout, VolumePlan } from "../plan.js";
import type { Press } from "../press.js";
import { listParts } from "./listing.js";

/** The opening pages of a part in a volume. */
export function composeOpener(press: Press, layout: Layout, volume: VolumePlan, part: number): string {
  const { templates, locale } = press.context;
  const [entry] = listParts(press, layout, volume, true).filter(({ number }) => number === part);
  return templates.render("book/part", { words: locale.words, part: entry });
}
