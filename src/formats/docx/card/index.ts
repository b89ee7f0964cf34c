import type { Library } from "../../../library/library.js";
import type { NumberedPattern, PatternId } from "../../../library/pattern.js";
import { startsAsWebAddress } from "../../../library/web-address.js";
import type { EditionAddresses } from "../../../page/edition-addresses.js";
import { viewCard } from "../../card-view.js";
import type { Artifact } from "../../format.js";
import type { Standing } from "../../locations.js";
import { gatherFaults, setPattern } from "../../pattern-fault.js";
import type { Context } from "../about.js";
import { addressHandouts, nameHandouts } from "../addresses.js";
import { inOrder } from "../in-order.js";
import { type Made, makeOnce } from "../made.js";
import { MEDIA_TYPE } from "../media-type.js";
import { describeSeries } from "../series.js";
import { makesFull } from "../sheet/settings.js";
import { tasks } from "../tasks.js";
import type { CardTask } from "./render-card.js";

/** A sheet for each pattern with its card on it twice, to cut apart. */
export async function* renderCards(library: Library, context: Context): AsyncGenerator<Artifact | Standing<"card">> {
  const names = nameHandouts(library);
  const addresses = addressFromBelow(addressHandouts(library, names), makesFull(context.config.docx.handouts));
  const faults = gatherFaults();
  const places = new Map<PatternId, string>();
  // Two tasks for each thread: one at work, one waiting.
  const cards = inOrder(library.patterns, context.jobs * 2, async (pattern) => ({
    pattern,
    made: await faults.gather(setPattern(pattern, "card", () => makeCard(pattern, { library, context, addresses }))),
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
export function addressFromBelow(addresses: EditionAddresses, handouts: boolean): EditionAddresses {
  return {
    ...addresses,
    href(id, anchor) {
      const href = addresses.href(id, anchor);
      if (href === undefined || startsAsWebAddress(href)) return href;
      return handouts ? `../${href}` : undefined;
    },
  };
}

interface Workshop {
  library: Library;
  context: Context;
  addresses: EditionAddresses;
}

async function makeCard(pattern: NumberedPattern, { library, context, addresses }: Workshop): Promise<Made> {
  const view = viewCard(library, pattern, addresses, context);
  const series = describeSeries(context);
  return makeOnce(context, "cards", series, { view, body: pattern.body.key }, async (out) => {
    const bodyPath = await library.bodyPath(pattern);
    const task: CardTask = { series, view, source: pattern.source.path, bodyPath, out };
    return context.pool.runWithin(context.seconds, tasks.renderCard, task);
  });
}
