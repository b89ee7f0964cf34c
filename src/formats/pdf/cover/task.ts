import { unmarked } from "../../../page/languages/marks.js";
import { word } from "../../../page/locale.js";
import { volumeTitle } from "../../../page/volume-title.js";
import { conformance, limitsOf } from "../prepress/press-edition.js";
import type { PressSettings, PressTask } from "../prepress/press-task.js";
import type { Press } from "../press.js";
import type { CoveredVolume } from "./compose.js";
import type { Spread } from "./spread.js";

/** How the printer wants the cover: as the pages, but that it is one. The order of the keys is in a file's identifier. */
function pressSettings({ context: { config }, terms, printer }: Press): PressSettings {
  const { cropMarks, minimumDpi, coverBleed: bleed } = terms;
  const { press } = config.pdf;
  const limits = printer && { ...limitsOf(printer, terms), fewestPages: 1, mostPages: 1 };
  return {
    ...(press === false
      ? { cropMarks, minimumDpi, bleed, pageMultiple: 1 }
      : { cropMarks, pageMultiple: 1, minimumDpi, profile: press.profile, bleed }),
    ...conformance(terms, "cover"),
    ...(limits ? { limits } : {}),
  };
}

/** What is asked of the file of a cover. */
export function coverTask(
  press: Press,
  { spread, volume }: { spread: Spread; volume: CoveredVolume },
  { file, path }: Pick<PressTask, "file" | "path">,
): PressTask {
  const { config, date, locale } = press.context;
  return {
    file,
    path,
    title: `${unmarked(word(locale, "cover_of"))} ${volumeTitle(config.book, volume, volume.count, locale)}`,
    creators: config.book.creators,
    date: date.toISOString(),
    trim: { width: spread.width - 2 * spread.bleed, height: spread.panel.height },
    bleeds: true,
    settings: pressSettings(press),
  };
}
