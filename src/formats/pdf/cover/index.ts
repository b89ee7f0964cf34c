import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Artifact } from "../../format.js";
import { inParallel } from "../parallel.js";
import type { Press } from "../press.js";
import { print } from "../print.js";
import { type CoveredVolume, composeCover } from "./compose.js";
import { finishCover } from "./finish.js";
import { layOutSpread, type Spread } from "./spread.js";

export type { CoveredVolume };

interface Cover {
  volume: CoveredVolume;
  spread: Spread;
  html: string;
}

/** The cover of every volume, as one spread of back, spine and front; none where the configuration wants none. */
export async function printCovers(press: Press, volumes: readonly CoveredVolume[]): Promise<Artifact[]> {
  const options = press.context.config.pdf.cover;
  if (options === false) return [];
  const covers = volumes.map((volume): Cover => {
    const spread = layOutSpread(press.geometry, volume.pages, options);
    const { html, cut } = composeCover(press, spread, options, volume);
    if (cut > 0 && volume.number === 1) reportCut(press, cut);
    return { volume, spread, html };
  });
  const { cache } = press.context;
  const missing = covers.filter((cover) => !cache.find("print-covers", inputs(press, cover)));
  if (missing.length > 0) press.context.progress(`printing ${missing.length === 1 ? "the cover" : "the covers"}`);
  await inParallel(press.context, missing, async (cover, browser, index) => {
    const html = join(press.context.scratch, `cover-${index}.html`);
    const pdf = join(press.context.scratch, `cover-${index}.pdf`);
    await writeFile(html, cover.html);
    await print(press, browser, { html, pdf, tagged: false });
    await cache.file("print-covers", inputs(press, cover), (path) => finishCover(press, cover, pdf, path));
  });
  return covers.flatMap((cover) => artifactOf(press, cover) ?? []);
}

function inputs({ context }: Press, { spread, html }: Cover): unknown[] {
  return [context.fingerprint, context.date, spread, html];
}

function artifactOf(press: Press, cover: Cover): Artifact | undefined {
  const { cache, config } = press.context;
  const file = cache.find("print-covers", inputs(press, cover));
  const suffix = cover.volume.number === 1 ? "" : `-vol-${cover.volume.number}`;
  const path = `book/${config.book.slug}${suffix}-cover.pdf`;
  return file === undefined ? undefined : { path, mediaType: "application/pdf", content: { file } };
}

function reportCut({ context }: Press, cut: number): void {
  context.report({
    rule: "cover-text-fits",
    severity: "warning",
    found: `a text for the back of the cover that is ${cut} characters too long`,
    expected: "one that its panel holds; the rest was left out",
    mend: "shorten pdf.cover.blurb or pdf.cover.about in the configuration",
  });
}
