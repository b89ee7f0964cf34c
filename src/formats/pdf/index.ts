import { present } from "../../library/present.js";
import type { Artifact } from "../format.js";
import { about, type Context, type Format } from "./about.js";
import { type CoveredVolume, printCovers } from "./cover/index.js";
import { reportCramped } from "./cramped-diagrams.js";
import { reportStrayFonts, reportUncovered } from "./faces/coverage.js";
import type { VolumePlan } from "./paging/plan.js";
import { issuePress } from "./prepress/press-edition.js";
import { listPrintedPages, locateTexts } from "./printed-pages.js";
import type { PrintedVolume } from "./printed-volumes.js";
import { reportMisfits } from "./printers/report-misfits.js";
import { openFitted } from "./printers/settle-gutter.js";
import { printUntilSettled } from "./settle.js";
import { volumeSuffix } from "./volume-names.js";

/** The printed book: measured, laid out in volumes, printed, finished for readers and for the press, covered. */
export const pdf: Format = {
  ...about,
  async *render(library, context) {
    const press = await openFitted(library, context);
    reportCramped(press);
    const { pagination, volumes } = await printUntilSettled(press);
    const print = new Map([...pagination.locations, ...locateTexts(library, pagination)]);
    yield { stands: { print, ...listPrintedPages(library, pagination, volumes) } };
    const uncovered = await reportUncovered(press);
    for (const { file, finished, pressed, volume } of volumes) {
      if (!uncovered) reportStrayFonts(context, finished.strayFonts);
      yield issueReading(context, volume, file);
      const frontPages = present(
        pagination.front.get(volume.number),
        "the front matter of volume",
        volume.number,
      ).pages;
      if (pressed) yield* issuePress(press, { volume, frontPages, ...pressed });
    }
    const covered = volumes.map((printed) => toCovered(printed, volumes.length));
    reportMisfits(
      press,
      volumes.map(({ volume }, at) => ({ volume, pages: covered[at]?.pages ?? volume.pages })),
    );
    yield* printCovers(press, covered);
  },
};

function issueReading({ config }: Context, volume: VolumePlan, file: string): Artifact {
  return {
    path: `book/${config.book.slug}${volumeSuffix(volume)}.pdf`,
    mediaType: "application/pdf",
    content: { file },
  };
}

/** What a volume's cover asks of it. */
function toCovered({ volume, finished, pressed }: PrintedVolume, count: number): CoveredVolume {
  const ids = volume.sheets.flatMap((sheet) => (sheet.kind === "pattern" ? [sheet.id] : []));
  return {
    number: volume.number,
    count,
    pages: pressed?.report.pages ?? finished.pages,
    patterns: new Set(ids),
  };
}
