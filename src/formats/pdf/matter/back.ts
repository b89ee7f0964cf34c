import type { NumberedPattern } from "../../../library/pattern.js";
import { generator } from "../../../machine/version.js";
import { word } from "../../../page/locale.js";
import { viewColophon } from "../../../page/matter/colophon.js";
import { type Contributions, viewContributions } from "../../../page/matter/contributions.js";
import { explainLicences } from "../../../page/matter/licence.js";
import { numberRanges } from "../../../page/matter/number-ranges.js";
import { attributionsOf } from "../../../page/matter/rights.js";
import { type LetterView, viewIndex } from "../../../page/matter/term-index/index-view.js";
import { openTerms } from "../../../page/matter/term-index/terms.js";
import type { Layout, VolumePlan } from "../paging/plan.js";
import type { Press } from "../press.js";
import { listAliases } from "./aliases.js";
import { columnOf, linesAgain } from "./lines-again.js";
import { patternsIn } from "./listing.js";
import { type Piece, pieceId } from "./piece.js";
import { openLocators } from "./places.js";
import { type SectionName, titled } from "./sections.js";
import { keepLinks } from "./texts.js";

/** The back matter of a volume: patterns by alias, index, contributors and sources, licence, colophon. */
export function composeBack(press: Press, layout: Layout, volume: VolumePlan): Piece[] {
  const { library, context, render } = press;
  const { locale } = context;
  const patterns = patternsIn(library, volume);
  const piece = (name: SectionName, view: object, template: string = name): Piece => {
    const id = pieceId(name);
    const title = titled(locale, name);
    const place = `${volume.number} ${id}`;
    return {
      id,
      title,
      html: render(place, `book/${template}`, { id, name, title, ...view }, { words: locale.words }),
    };
  };
  const aliases = listAliases(patterns, layout, press);
  const contributions = viewContributions(patterns, locale);
  const licences = explainLicences(library, context.config.book.license, locale);
  const several = layout.volumes.length > 1;
  const isLast = volume.number === layout.volumes.length;
  return [
    ...(isLast ? press.texts.back.map((text) => keepLinks(text, press, layout, volume)) : []),
    ...(aliases.length > 0 ? [piece("aliases", { aliases })] : []),
    piece("index", indexOf(press, layout, volume, patterns, false)),
    ...(several && isLast
      ? [piece("general-index", indexOf(press, layout, volume, library.patterns, true), "index")]
      : []),
    ...(contributions ? [piece("contributors", inRanges(contributions))] : []),
    ...(licences.length > 0
      ? [piece("licence", { licences, attributions: attributionsOf(library, context.config.book.attribution) })]
      : []),
    // The last volume names the files that were left out.
    piece("colophon", {
      ...viewColophon(library, {
        ...context,
        program: generator(),
        formulas: patterns.some(({ body }) => body.formulas > 0),
        otherFaces: press.otherFaces(patterns),
      }),
      ...(isLast ? {} : { files: [] }),
    }),
  ];
}

function indexOf(
  { library, listed, geometry, context: { locale, templates } }: Press,
  layout: Layout,
  volume: VolumePlan,
  patterns: readonly NumberedPattern[],
  ofAllVolumes: boolean,
): object {
  const locate = openLocators(layout, volume.number, { language: locale.language, ofAllVolumes });
  const letters = viewIndex(patterns, openTerms(library, locale), locate, locale);
  const continued = word(locale, "tables.continued");
  const linesOf = (heading: string): number =>
    linesAgain(`${heading} (${continued})`, columnOf(geometry), templates.tokens);
  const lines = letters
    .flatMap(({ entries }) => entries)
    .reduce((sum, { subentries }) => sum + 1 + subentries.length, 0);
  return {
    letters: letters.map(inColumns({ listed, linesOf })),
    long: lines > MOST_BALANCED,
    of_all_volumes: ofAllVolumes,
  };
}

/** Headings as the narrow columns of an index show them. */
function inColumns({
  listed,
  linesOf,
}: {
  listed: Press["listed"];
  linesOf(heading: string): number;
}): (letter: LetterView<object>) => LetterView<object> {
  return ({ letter, entries }) => ({
    letter,
    entries: entries.map(({ heading, see, subentries, ...entry }) => ({
      ...entry,
      again: subentries.length > 0 ? linesOf(heading) : 1,
      heading: listed(heading),
      see: see && listed(see),
      subentries: subentries.map((line) => ({ ...line, heading: listed(line.heading) })),
    })),
  });
}

// To make columns of equal length Chromium lays out, for every page, the whole rest of the index: 2,600 lines took
// longer than the 480 pages of patterns before them. So the columns of a long index are filled one after the other.
const MOST_BALANCED = 800;

/** Contributions with the numbers of their patterns as runs: `3–7` and `12`. */
function inRanges({ contributors, sources }: Contributions): object {
  const line = ({ name, numbers }: Contributions["sources"][number]): object => ({
    name,
    patterns: numberRanges(numbers).split(", "),
  });
  return { contributors: contributors.map(line), sources: sources.map(line) };
}
