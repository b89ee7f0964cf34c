import type { Library } from "../../../library/library.js";
import type { NumberedPattern, PatternId } from "../../../library/pattern.js";
import type { Edition } from "../../../page/edition.js";
import type { Artifact } from "../../format.js";
import type { Standing } from "../../locations.js";
import { gatherFaults, setPattern } from "../../pattern-fault.js";
import type { Context } from "../about.js";
import { addressHandouts, nameHandouts } from "../edition.js";
import { inOrder } from "../in-order.js";
import { type Made, makeOnce } from "../made.js";
import { MEDIA_TYPE } from "../media-type.js";
import { describeSeries } from "../series.js";
import { tasks } from "../tasks.js";
import type { CardTask } from "./render-card.js";
import { viewCard } from "./view.js";

/** A sheet for each pattern with its card on it twice, to cut apart. */
export async function* renderCards(library: Library, context: Context): AsyncGenerator<Artifact | Standing<"card">> {
  const names = nameHandouts(library);
  const edition = addressFromBelow(addressHandouts(library, names), context.config.docx.handouts);
  const faults = gatherFaults();
  const places = new Map<PatternId, string>();
  // Two tasks for each thread: one at work, one waiting.
  const cards = inOrder(library.patterns, context.jobs * 2, async (pattern) => ({
    pattern,
    made: await faults.gather(setPattern(pattern, "card", () => makeCard(pattern, { library, context, edition }))),
  }));
  for await (const { pattern, made } of cards) {
    if (!made) continue;
    const { file, findings } = made;
    for (const finding of findings) context.report(finding);
    const path = `handouts/cards/${names.get(pattern.id)?.replace(/\.docx$/, "-card.docx")}`;
    places.set(pattern.id, path);
    yield { path, mediaType: MEDIA_TYPE, content: { file } };
  }
  faults.tell();
  yield { stands: { card: places } };
}

/** Cards lie in a folder below the handouts, where those are made. */
function addressFromBelow(edition: Edition, handouts: boolean): Edition {
  return {
    ...edition,
    href(id, anchor) {
      const href = edition.href(id, anchor);
      if (href === undefined || /^https?:/i.test(href)) return href;
      return handouts ? `../${href}` : undefined;
    },
  };
}

interface Workshop {
  library: Library;
  context: Context;
  edition: Edition;
}

async function makeCard(pattern: NumberedPattern, { library, context, edition }: Workshop): Promise<Made> {
  const view = viewCard(library, pattern, edition, context);
  const series = describeSeries(context);
  return makeOnce(context, "cards", series, { view, body: pattern.body.key }, async (out) => {
    const bodyPath = await library.bodyPath(pattern);
    const task: CardTask = { series, view, source: pattern.source.path, bodyPath, out };
    return context.pool.runWithin(context.seconds, tasks.renderCard, task);
  });
}
