import { yearOf } from "../../../page/edition-date.js";
import { word } from "../../../page/locale.js";
import { chooseExample, viewGuide } from "../../../page/matter/guide.js";
import { numberRanges } from "../../../page/matter/number-ranges.js";
import { toRoman } from "../../../page/roman.js";
import type { Layout, VolumePlan } from "../paging/plan.js";
import type { Press } from "../press.js";
import { volumeIsbn } from "../volume-names.js";
import { firstAndLast, viewBrief, viewContents, viewOthers } from "./contents.js";
import { viewImprint } from "./imprint.js";
import { listParts } from "./listing.js";
import { type MatterExtent, type Piece, pieceId } from "./piece.js";
import { titled } from "./sections.js";
import { keepLinks } from "./texts.js";

/** A section of front or back matter as the contents list it. */
export interface ListedSection {
  title: string;
  href: string;
  page: string;
}

export interface MatterExtents {
  front: MatterExtent | undefined;
  back: MatterExtent | undefined;
}

/**
 * The front matter of a volume: half title, series, title page, imprint, dedication, contents, how to read the book. The
 * first of several volumes has contents in brief before its own, and those of the others after them.
 * @param back the back matter, for the contents to list
 * @param extents where front and back matter stand, as far as that is known yet
 */
export function composeFront(
  press: Press,
  layout: Layout,
  volume: VolumePlan,
  back: readonly Piece[],
  { front, back: backExtent }: MatterExtents,
): Piece[] {
  const { templates, locale, config, date } = press.context;
  const scope = {
    words: locale.words,
    book: { ...config.book, isbn: { ...config.book.isbn, print: volumeIsbn(config.book, volume) } },
    volume: { number: volume.number, count: layout.volumes.length },
    year: yearOf(date),
  };
  const piece = (name: string, more: object = {}): Piece => {
    const id = pieceId(name);
    return { id, html: templates.render(`book/${name}`, { ...scope, ...more, id }) };
  };
  const guide = {
    ...piece("guide", { ...viewGuide(press.library, locale), example: viewExample(press, layout) }),
    title: titled(locale, "guide"),
  };
  // What the library says before its patterns it says once.
  const texts = volume.number === 1 ? press.texts.front.map((text) => keepLinks(text, press, layout, volume)) : [];
  // The first volume lists what is in all of them: in brief, then its own patterns, then those of the others.
  const leads = volume.number === 1 && layout.volumes.length > 1;
  const brief = leads
    ? [{ ...piece("brief", { volumes: viewBrief(press, layout) }), title: titled(locale, "brief"), recto: true }]
    : [];
  const others = leads
    ? [
        {
          ...piece("other-volumes", { volumes: viewOthers(press, layout, volume) }),
          title: titled(locale, "other-volumes"),
        },
      ]
    : [];
  const contents = piece("contents", {
    parts: viewContents(press, layout, volume),
    before: listSections([...others, ...texts, guide], front, toRoman),
    after: listSections(back, backExtent, (page) => String(volume.pages + page)),
  });
  return [
    { ...piece("half-title"), recto: true },
    ...(config.book.series || layout.volumes.length > 1
      ? [piece("series", { volumes: listVolumes(press, layout) })]
      : []),
    { ...piece("title-page"), recto: true },
    piece("imprint", viewImprint(press)),
    ...(config.book.dedication ? [{ ...piece("dedication"), recto: true }] : []),
    ...brief,
    { ...contents, title: titled(locale, "contents"), recto: !leads },
    ...others,
    ...texts.map((text, at) => ({ ...text, recto: at === 0 })),
    guide,
  ];
}

function listSections(
  pieces: readonly Piece[],
  extent: MatterExtent | undefined,
  label: (page: number) => string,
): ListedSection[] {
  return pieces.flatMap(({ id, title }) => {
    const page = extent?.places.find((place) => place.id === id)?.page;
    return title ? [{ title, href: `#${id}`, page: page === undefined ? "" : label(page) }] : [];
  });
}

/** What every volume holds: its parts and its patterns from the first number to the last. */
function listVolumes(press: Press, layout: Layout): object[] {
  return layout.volumes.map((volume) => {
    const parts = listParts(press, layout, volume, false);
    const numbers = parts.flatMap(({ chapters }) => chapters.flatMap(({ patterns }) => patterns.map((p) => p.number)));
    return {
      number: volume.number,
      parts: parts.flatMap(({ name }) => name ?? []).join(", "),
      chapters: firstAndLast(parts.flatMap((part) => part.chapters)),
      patterns: `${word(press.context.locale, numbers.length > 1 ? "matter.patterns" : "matter.pattern")} ${numberRanges(numbers)}`,
    };
  });
}

/** A reference as it stands in a band. */
function viewExample({ library }: Press, { locations }: Layout): object | null {
  const example = chooseExample(library);
  if (!example) return null;
  const { label = "", volume = 1 } = locations.get(example.id) ?? {};
  return { number: example.number, title: example.title, page: label, volume };
}
