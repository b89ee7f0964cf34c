import type { Config } from "../../../config/read-config.js";
import { word } from "../../../page/locale.js";
import type { PressSettings, PressTask } from "../prepress/press-task.js";
import type { Press } from "../press.js";
import { toPoints } from "../trim.js";
import { volumeTitle } from "../volume-names.js";
import type { CoveredVolume } from "./compose.js";
import type { Spread } from "./spread.js";

// Of a book without a press edition: what printers of Europe ask for; an eighth of an inch is hardly more.
const USUAL = { bleed: "3mm", cropMarks: false, minimumDpi: 300 };

/** How the printer wants the cover: as the pages, but that it is one. */
export function pressSettings({ pdf: { press } }: Pick<Config, "pdf">): PressSettings {
  const { bleed, ...settings } = press === false ? USUAL : press;
  return { ...settings, bleed: toPoints(bleed), pageMultiple: 1 };
}

/** What is asked of the file of a cover. */
export function coverTask(
  { context: { config, date, locale } }: Press,
  { spread, volume }: { spread: Spread; volume: CoveredVolume },
  { file, path }: Pick<PressTask, "file" | "path">,
): PressTask {
  return {
    file,
    path,
    title: `${word(locale, "cover_of")} ${volumeTitle(config.book, volume, volume.count, locale)}`,
    creators: config.book.creators,
    date: date.toISOString(),
    trim: { width: spread.width - 2 * spread.bleed, height: spread.panel.height },
    bleeds: true,
    settings: pressSettings(config),
  };
}
