import type { Library } from "../../../library/library.js";
import { collectAnchors } from "../../../library/links/collect-anchors.js";
import type { NumberedPattern } from "../../../library/pattern.js";
import { present } from "../../../library/present.js";
import { withRequirements } from "../../../library/requirements.js";
import type { Finding } from "../../../library/rules/rule.js";
import { openSelection, parseSelection } from "../../../library/select.js";
import { toWords } from "../../../library/slug.js";
import type { EditionAddresses } from "../../../page/edition-addresses.js";
import { viewPattern } from "../../../page/pattern-view.js";
import { viewCard } from "../../card-view.js";
import type { Artifact } from "../../format.js";
import type { PackLocation, Standing } from "../../locations.js";
import { openRasters, type Rasters } from "../../rasters.js";
import type { Context } from "../about.js";
import { addressHandouts, nameHandouts } from "../addresses.js";
import { gatherPictures } from "../gather-pictures.js";
import { type Made, makeOnce } from "../made.js";
import { MEDIA_TYPE } from "../media-type.js";
import { describeSeries } from "../series.js";
import { makesFull } from "../sheet/settings.js";
import { tasks } from "../tasks.js";
import { viewPack } from "./pack-view.js";
import type { PackSettings } from "./settings.js";
import { idInPack, type Member } from "./task.js";

/** The workshop packs of the configuration: each one Word file with all that a group needs on paper. */
export async function* renderPacks(library: Library, context: Context): AsyncGenerator<Artifact | Standing<"packs">> {
  const rasters = openRasters(context);
  const packs: PackLocation[] = [];
  for (const settings of context.config.docx.packs) {
    const patterns = choose(library, settings);
    if (patterns.length === 0) {
      context.report(describeEmpty(settings, library));
      continue;
    }
    const title = settings.title ?? toWords(settings.name);
    const path = `handouts/${settings.name}-pack.docx`;
    const { file, findings } = await makePack({ ...settings, title }, patterns, { library, context, rasters });
    for (const finding of findings) context.report(finding);
    packs.push({ name: settings.name, title, path, patterns: patterns.map(({ id }) => id) });
    yield { path, mediaType: MEDIA_TYPE, content: { file } };
  }
  yield { stands: { packs } };
}

/** The patterns of a pack, in book order. */
function choose(library: Library, { select, depth }: PackSettings): NumberedPattern[] {
  const fits = select === undefined ? () => true : openSelection(parseSelection(select), library);
  const chosen = new Set(library.patterns.filter(fits).map(({ id }) => id));
  const wanted = withRequirements(library, chosen, depth);
  return library.patterns.filter(({ id }) => wanted.has(id));
}

/** In a part of the library a pack may be left without patterns; whether it has any in the whole is seen before a build. */
function describeEmpty({ name, select = "" }: PackSettings, { patterns }: Library): Finding {
  return {
    rule: "packs-have-patterns",
    severity: "warning",
    found: `none of the ${patterns.length} patterns selected goes into the pack “${name}”: it is not made`,
    expected: `patterns that meet “${select}”`,
    mend: "build the whole library, or select more of it",
  };
}

interface Workshop {
  library: Library;
  context: Context;
  rasters: Rasters;
}

type Titled = PackSettings & { title: string };

/** One pack: made in a worker, or found in the cache. */
async function makePack(
  settings: Titled,
  patterns: readonly NumberedPattern[],
  { library, context, rasters }: Workshop,
): Promise<Made> {
  const { config, locale } = context;
  const addresses = addressPack(library, patterns, {
    handouts: makesFull(config.docx.handouts),
    whole: settings.with !== "cards",
  });
  const anchors = collectAnchors(library);
  const series = describeSeries(context);
  const view = viewPack(library, patterns, settings, { book: config.book, locale, addresses });
  const seen: Omit<Member, "bodyPath">[] = [];
  for (const pattern of patterns) {
    const { number, title, source, body } = pattern;
    seen.push({
      number,
      title,
      source: source.path,
      words: body.words,
      anchors: settings.with === "cards" ? [] : (anchors.get(pattern.id) ?? []),
      ...(settings.with === "handouts" ? {} : { card: viewCard(library, pattern, addresses, context) }),
      ...(settings.with === "cards"
        ? {}
        : { handout: await viewHandout(pattern, addresses, { library, context, rasters }) }),
    });
  }
  const bodies = patterns.map(({ body }) => body.key);
  return makeOnce(context, "packs", series, { view, members: seen, bodies }, async (out) => {
    const paths = await Promise.all(patterns.map(library.bodyPath));
    const members = seen.map(
      (member, at): Member => ({ ...member, bodyPath: present(paths[at], "the body of", member.source) }),
    );
    // A pack is as long as all of its patterns.
    const seconds = context.seconds * members.length;
    return context.pool.runWithin(seconds, tasks.renderPack, { series, view, members, out });
  });
}

async function viewHandout(
  pattern: NumberedPattern,
  addresses: EditionAddresses,
  { library, context, rasters }: Workshop,
): Promise<NonNullable<Member["handout"]>> {
  return {
    view: viewPattern(library, pattern, addresses, context),
    pictures: await gatherPictures(pattern, { library, context, addresses, rasters }),
  };
}

/** How a pack addresses patterns: those in it by their place, others as handouts do. */
function addressPack(
  library: Library,
  patterns: readonly NumberedPattern[],
  { handouts, whole }: { handouts: boolean; whole: boolean },
): EditionAddresses {
  const names = nameHandouts(library);
  const beside = addressHandouts(library, handouts ? names : new Map());
  const places = new Map(patterns.map(({ id, number }) => [id, `#${idInPack(number)}`]));
  return {
    ...beside,
    href(id, anchor) {
      const place = places.get(id);
      return place && whole && anchor !== undefined ? `#${anchor}` : (place ?? beside.href(id, anchor));
    },
  };
}
