import type { NumberedPattern } from "../../../library/pattern.js";
import type { Layout, VolumePlan } from "../plan.js";
import type { Press } from "../press.js";
import { listAliases } from "./aliases.js";
import { viewColophon } from "./colophon.js";
import { viewContributions } from "./contributions.js";
import { attributionsOf } from "./imprint.js";
import { explainLicences } from "./licence.js";
import { patternsIn } from "./listing.js";
import type { Piece } from "./piece.js";
import { openLocators } from "./places.js";
import { type SectionName, titled } from "./sections.js";
import { openTerms } from "./term-index/terms.js";
import { viewIndex } from "./term-index/view.js";

/** The back matter of a volume: patterns by alias, index, contributors and sources, licence, colophon. */
export function composeBack(press: Press, layout: Layout, volume: VolumePlan): Piece[] {
  const { library, context } = press;
  const { templates, locale } = context;
  const patterns = patternsIn(library, volume);
  const piece = (name: SectionName, view: object, template: string = name): Piece => {
    const id = `matter--${name}`;
    const title = titled(locale, name);
    return { id, title, html: templates.render(`book/${template}`, { words: locale.words, id, name, title, ...view }) };
  };
  const aliases = listAliases(patterns, layout, locale);
  const contributions = viewContributions(patterns, locale);
  const licences = explainLicences(library, context);
  const several = layout.volumes.length > 1;
  const isLast = volume.number === layout.volumes.length;
  return [
    ...(aliases.length > 0 ? [piece("aliases", { aliases })] : []),
    piece("index", indexOf(press, layout, volume, patterns, false)),
    ...(several && isLast
      ? [piece("general-index", indexOf(press, layout, volume, library.patterns, true), "index")]
      : []),
    ...(contributions ? [piece("contributors", contributions)] : []),
    ...(licences.length > 0
      ? [piece("licence", { licences, attributions: attributionsOf(library, context.config.book.attribution) })]
      : []),
    piece("colophon", viewColophon(press, isLast)),
  ];
}

function indexOf(
  { library, context: { locale } }: Press,
  layout: Layout,
  volume: VolumePlan,
  patterns: readonly NumberedPattern[],
  ofAllVolumes: boolean,
): object {
  const locate = openLocators(layout, volume.number, { language: locale.language, ofAllVolumes });
  return { letters: viewIndex(patterns, openTerms(library, locale), locate, locale), of_all_volumes: ofAllVolumes };
}
