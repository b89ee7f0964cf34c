import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Library } from "../../library/library.js";
import { collectAnchors } from "../../library/links/collect-anchors.js";
import type { NumberedPattern, PatternId } from "../../library/pattern.js";
import type { EditionAddresses } from "../../page/edition-addresses.js";
import { viewPattern } from "../../page/pattern-view.js";
import type { Artifact } from "../format.js";
import type { Standing } from "../locations.js";
import { gatherFaults, setPattern } from "../pattern-fault.js";
import { openRasters, type Rasters } from "../rasters.js";
import { about, type Context, type Format } from "./about.js";
import { addressHandouts, nameHandouts } from "./addresses.js";
import { addressFromBelow, renderCards } from "./card/index.js";
import { gatherPictures } from "./gather-pictures.js";
import { inOrder } from "./in-order.js";
import { type Made, makeOnce } from "./made.js";
import { MEDIA_TYPE } from "./media-type.js";
import { renderPacks } from "./pack/index.js";
import { listDropped, listUntakenPages } from "./reference/index.js";
import { describeSeries } from "./series.js";
import { makesFull, makesSheet, type SheetPart } from "./sheet/settings.js";
import type { HandoutTask, Series } from "./task.js";
import { tasks } from "./tasks.js";

/** What a workshop needs on paper, to edit and to print: each pattern whole and as a card, and packs of them. */
export const docx: Format = {
  ...about,
  async begin({ config, templates, pool }) {
    if (pool.size === 1) return;
    const series = describeSeries({ config, templates, date: NO_DATE });
    await Promise.all(Array.from({ length: pool.size }, () => pool.run(tasks.prepareDesk, series)));
  },
  async *render(library, given) {
    const { handouts, sheet, cards, reference } = given.config.docx;
    const context = reference === undefined ? given : await followReference(reference, given);
    if (makesFull(handouts)) yield* renderHandouts(library, context);
    if (makesSheet(handouts)) yield* renderHandouts(library, context, sheet);
    if (cards) yield* renderCards(library, context);
    yield* renderPacks(library, context);
  },
};

/** The date comes from the library, which is not read yet; nothing that a thread prepares here depends on it. */
const NO_DATE = new Date(0);

/** What is made depends on the reference document too; what is not taken over of it is reported. */
async function followReference(file: string, context: Context): Promise<Context> {
  const archive = await readFile(file);
  const dropped = listDropped(archive);
  if (dropped.length > 0) {
    context.report({
      rule: "reference-is-inert",
      severity: "warning",
      found: `${dropped.join(", ")} in the reference document ${basename(file)}: not taken over`,
      expected: "styles, headers and footers that neither run nor fetch anything",
      mend: "take them out in Word and save it as a .docx",
    });
  }
  const untaken = listUntakenPages(archive);
  if (untaken.length > 0) {
    context.report({
      rule: "reference-pages-are-taken",
      severity: "warning",
      found: `${untaken.join(", ")} in the last section of the reference document ${basename(file)}: not taken over`,
      expected: "text in one column from the top of the page; size, margins, borders and line numbers are taken over",
      mend: "set this section up so in Word, or silence the rule under `rules:` if the handouts may differ from it",
    });
  }
  return { ...context, fingerprint: `${context.fingerprint} ${createHash("sha256").update(archive).digest("hex")}` };
}

/** @param sheet what stands on sheets of two sides; undefined for whole handouts */
async function* renderHandouts(
  library: Library,
  context: Context,
  sheet?: readonly SheetPart[],
): AsyncGenerator<Artifact | Standing<"handout">> {
  const names = nameHandouts(library);
  const addresses = addressHandouts(library, names);
  const press: HandoutContext = {
    library,
    context,
    // Sheets lie in a folder below.
    addresses: sheet ? addressFromBelow(addresses, makesFull(context.config.docx.handouts)) : addresses,
    ...(sheet ? { sheet } : {}),
    series: describeSeries(context),
    rasters: openRasters(context),
    anchors: collectAnchors(library),
  };
  const faults = gatherFaults();
  const places = new Map<PatternId, string>();
  // Two tasks for each thread: one at work, one waiting.
  const handouts = inOrder(library.patterns, context.jobs * 2, async (pattern) => ({
    pattern,
    made: await faults.gather(setPattern(pattern, "handout", () => makeHandout(pattern, press))),
  }));
  for await (const { pattern, made } of handouts) {
    if (!made) continue;
    const { file, findings } = made;
    for (const finding of findings) context.report(finding);
    const name = names.get(pattern.id);
    const path = sheet ? `handouts/sheets/${name?.replace(/\.docx$/, "-sheet.docx")}` : `handouts/${name}`;
    places.set(pattern.id, path);
    yield { path, mediaType: MEDIA_TYPE, content: { file } };
  }
  faults.tell();
  if (!sheet) yield { stands: { handout: places } };
}

interface HandoutContext {
  sheet?: readonly SheetPart[];
  library: Library;
  context: Context;
  addresses: EditionAddresses;
  series: Series;
  rasters: Rasters;
  anchors: ReturnType<typeof collectAnchors>;
}

/** One handout: made in a worker, or found in the cache. */
async function makeHandout(pattern: NumberedPattern, press: HandoutContext): Promise<Made> {
  const { library, context, addresses, series, sheet } = press;
  const own = sheet ? { sheet: [...sheet] } : {};
  const view = viewPattern(library, pattern, addresses, context);
  const pictures = await gatherPictures(pattern, press);
  const anchors = press.anchors.get(pattern.id) ?? [];
  return makeOnce(
    context,
    sheet ? "handout-sheets" : "handouts",
    series,
    { view, body: pattern.body.key, anchors, ...own },
    async (out) => {
      const bodyPath = await library.bodyPath(pattern);
      const task: HandoutTask = { series, view, source: pattern.source.path, ...own, anchors, bodyPath, pictures, out };
      return context.pool.runWithin(context.seconds, tasks.renderHandout, task);
    },
  );
}
