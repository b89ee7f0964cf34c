import { readFile, writeFile } from "node:fs/promises";
import { imageKey } from "../../library/images.js";
import type { Library, NumberedPattern } from "../../library/pattern.js";
import type { Finding } from "../../library/rules/rule.js";
import { type Edition, viewPattern } from "../../page/view.js";
import type { Artifact, Context, Format } from "../format.js";
import { renderCards } from "./card/index.js";
import { addressHandouts, nameHandouts } from "./edition.js";
import { inOrder } from "./in-order.js";
import { MEDIA_TYPE } from "./media-type.js";
import { openRasters, type Rasters } from "./rasters.js";
import { describeSeries } from "./series.js";
import type { HandoutTask, PictureFile, Series } from "./task.js";

/** What a workshop needs on paper, to edit and to print: a Word file for each pattern, and a card. */
export const docx: Format = {
  name: "docx",
  async *render(library, context) {
    yield* renderHandouts(library, context);
    if (context.config.docx.cards) yield* renderCards(library, context);
  },
};

async function* renderHandouts(library: Library, context: Context): AsyncGenerator<Artifact> {
  const names = nameHandouts(library);
  const press: Press = {
    library,
    context,
    edition: addressHandouts(library, names),
    series: describeSeries(context),
    rasters: openRasters(context),
  };
  try {
    // Two tasks for each thread: one at work, one waiting.
    const handouts = inOrder(library.patterns, context.jobs * 2, async (pattern) => ({
      pattern,
      ...(await makeHandout(pattern, press)),
    }));
    for await (const { pattern, file, findings } of handouts) {
      for (const finding of findings) context.report(finding);
      const path = `handouts/${names.get(pattern.id)}`;
      context.locations.handout.set(pattern.id, path);
      yield { path, mediaType: MEDIA_TYPE, content: { file } };
    }
  } finally {
    await press.rasters.close();
  }
}

interface Press {
  library: Library;
  context: Context;
  edition: Edition;
  series: Series;
  rasters: Rasters;
}

interface Handout {
  file: string;
  findings: Finding[];
}

/** One handout: made in a worker, or found in the cache with what was noticed when it was made. */
async function makeHandout(pattern: NumberedPattern, press: Press): Promise<Handout> {
  const { library, context, edition, series } = press;
  const view = viewPattern(library, pattern, edition, context);
  const inputs = [context.fingerprint, view, pattern.body.key, series.date];
  const pictures = await gatherPictures(pattern, press);
  const file = await context.cache.file("handouts", inputs, async (out) => {
    const bodyPath = library.bodyPath(pattern);
    const task: HandoutTask = { series, view, source: pattern.source.path, bodyPath, pictures, out };
    const findings = await context.pool.run<HandoutTask, Finding[]>("renderHandout", task);
    if (findings.length > 0) await keepFindings(findings, inputs, context);
  });
  const kept = context.cache.find("handout-findings", inputs);
  return { file, findings: kept ? JSON.parse(await readFile(kept, "utf8")) : [] };
}

async function keepFindings(findings: Finding[], inputs: unknown[], { cache }: Context): Promise<void> {
  await cache.file("handout-findings", inputs, (path) => writeFile(path, JSON.stringify(findings)));
}

/** The files of a pattern's pictures, by the addresses that the edition gives them. */
async function gatherPictures(
  pattern: NumberedPattern,
  { library, context, edition, rasters }: Press,
): Promise<Record<string, PictureFile>> {
  const pictures: Record<string, PictureFile> = {};
  for (const { src } of pattern.body.images) {
    const image = library.images.get(imageKey(pattern, src));
    if (!image || "refused" in image) continue;
    const { path: file, mediaType } = image;
    const fallback = mediaType === "image/svg+xml" ? { fallback: await rasters.pngOf(image) } : {};
    pictures[edition.image(image)] = { file, mediaType, ...fallback };
  }
  for (const { hash } of pattern.body.diagrams) {
    const drawing = context.drawings.get(hash);
    // Mermaid's SVG leans on style sheets, which Word does not draw reliably.
    if (drawing) pictures[edition.drawing(hash, drawing)] = { file: drawing.png, mediaType: "image/png" };
  }
  return pictures;
}
