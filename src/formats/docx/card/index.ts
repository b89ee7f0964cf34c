import type { Library, NumberedPattern } from "../../../library/pattern.js";
import type { Finding } from "../../../library/rules/rule.js";
import type { Edition } from "../../../page/view.js";
import type { Artifact, Context } from "../../format.js";
import { addressHandouts, nameHandouts } from "../edition.js";
import { inOrder } from "../in-order.js";
import { MEDIA_TYPE } from "../media-type.js";
import { describeSeries } from "../series.js";
import type { CardTask } from "./render-card.js";
import { type CardView, viewCard } from "./view.js";

/** A sheet for each pattern with its card on it twice, to cut apart. */
export async function* renderCards(library: Library, context: Context): AsyncGenerator<Artifact> {
  const names = nameHandouts(library);
  const views = viewCards(library, context);
  // Two tasks for each thread: one at work, one waiting.
  const cards = inOrder(library.patterns, context.jobs * 2, async (pattern) => ({
    pattern,
    file: await makeCard(pattern, views(pattern), { library, context }),
  }));
  for await (const { pattern, file } of cards) {
    const path = `handouts/cards/${names.get(pattern.id)?.replace(/\.docx$/, "-card.docx")}`;
    context.locations.card.set(pattern.id, path);
    yield { path, mediaType: MEDIA_TYPE, content: { file } };
  }
}

/** The views of cards, as this edition addresses things and names its licence. */
function viewCards(library: Library, { config, locale }: Context): (pattern: NumberedPattern) => CardView {
  const handouts = addressHandouts(library, nameHandouts(library));
  const edition: Edition = { ...handouts, href: (id) => upwards(handouts.href(id)) };
  const { license, attribution } = config.book;
  const book = { ...(license ? { license: license.name } : {}), ...(attribution ? { attribution } : {}) };
  return (pattern) => viewCard(library, pattern, edition, { locale, ...book });
}

/** Cards lie in a folder below the handouts. */
function upwards(href: string | undefined): string | undefined {
  return href === undefined || /^https?:/i.test(href) ? href : `../${href}`;
}

async function makeCard(
  pattern: NumberedPattern,
  view: CardView,
  { library, context }: { library: Library; context: Context },
): Promise<string> {
  const series = describeSeries(context);
  const inputs = [context.fingerprint, view, pattern.body.key, series.date];
  return context.cache.file("cards", inputs, async (out) => {
    const task: CardTask = { series, view, source: pattern.source.path, bodyPath: library.bodyPath(pattern), out };
    const findings = await context.pool.run<CardTask, Finding[]>("renderCard", task);
    for (const finding of findings) context.report(finding);
  });
}
