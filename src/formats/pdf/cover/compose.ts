import { parseIsbn } from "../../../book/isbn.js";
import type { PatternId } from "../../../library/pattern.js";
import { type Front, keepNames, layOutFront } from "../../../page/art/cover-front.js";
import { measureText, wordsFit } from "../../../page/art/lines-of-text.js";
import { drawSeedHead } from "../../../page/art/seed-head.js";
import { fontFaces } from "../../../page/fonts.js";
import { coverNote, showGroup } from "../../../page/groups.js";
import { unmarked } from "../../../page/languages/marks.js";
import { word } from "../../../page/locale.js";
import type { Settings } from "../../settings.js";
import { firstAndLast } from "../matter/contents.js";
import type { Press } from "../press.js";
import type { Hyphenate } from "../typeset/hyphenate.js";
import { volumeIsbn } from "../volume-names.js";
import { layOutBack } from "./back.js";
import { drawBarCode } from "./bar-code.js";
import { layOutCorner } from "./corner.js";
import { letterSpine, MARGIN } from "./spine-lettering.js";
import type { CoverOptions, Spread } from "./spread.js";

/** A printed volume, as far as its cover asks. */
export interface CoveredVolume {
  /** From 1. */
  number: number;
  /** How many volumes there are. */
  count: number;
  /** Pages as printed, with front matter and blanks. */
  pages: number;
  patterns: ReadonlySet<PatternId>;
}

export interface ComposedCover {
  html: string;
  /** Characters of the back's text that had no room. */
  cut: number;
}

// The seeds keep a rim of white.
const SEEDS = 0.92;

/** The cover of a volume as an HTML page of the spread's size. */
export function composeCover(
  press: Press,
  spread: Spread,
  options: CoverOptions,
  volume: CoveredVolume,
): ComposedCover {
  const { context, fonts, library, printer, terms } = press;
  const { config, locale, templates } = context;
  const { scale } = templates.tokens;
  const { title, subtitle = null, creators, publisher = null, description = null } = config.book;
  const front = layOutFront(
    spread.panel,
    { creators, title, subtitle },
    {
      titles: [scale.numeral, scale.part, scale.title],
      lede: scale.lede,
      label: scale.heading,
    },
  );
  const text = { blurb: options.blurb ?? description, about: options.about ?? null };
  const back = layOutBack(spread, text, {
    blurb: [scale.lede, scale.text, scale.note],
    note: scale.note,
    meta: scale.meta,
  });
  const own = volume.count > 1 ? (id: PatternId): boolean => volume.patterns.has(id) : undefined;
  const sizes = [scale.title, scale.lede, scale.heading, scale.text, scale.note];
  const isLettered = volume.pages >= (printer?.spine.letteredFrom ?? 0);
  const spine = isLettered
    ? letterSpine(
        spread,
        { title, creators, publisher, chapters: own ? chaptersOf(press, own) : null },
        {
          sizes,
          numbered: volume.count > 1,
          language: locale.language,
          ...(printer ? { clear: printer.spine.clear } : {}),
        },
      )
    : undefined;
  const html = templates.render("book/cover", {
    tokens: templates.tokens,
    faces: fontFaces(fonts, ({ name }) => `fonts/${name}`),
    language: locale.language,
    direction: locale.direction,
    words: locale.words,
    book: viewBook(config),
    spread,
    front: { ...front, text: breakable(title, front, press.hyphenate(locale.language)) },
    back,
    spine: spine ?? null,
    spine_margin: MARGIN,
    volume: volume.count > 1 ? volume.number : null,
    price: options.price ?? null,
    bar_code:
      terms.barCode === "own"
        ? barCodeOf(config, volume, { panel: spread.panel, label: back.meta, name: unmarked(word(locale, "isbn")) })
        : null,
    corner: layOutCorner(front.margin, printer?.barCode.zone, terms.barCode),
    art_note: coverNote(library, locale),
    art: drawSeedHead(library, discOf(front, own)),
  });
  return { html, cut: back.cut };
}

/** A word that is longer than a line is hyphenated; others on the front never are. */
function breakable(title: string, { title: size, measure }: Front, hyphenate: Hyphenate): string {
  return wordsFit(title, measure / size) ? title : hyphenate(title);
}

function discOf({ disc }: Front, own: ((id: PatternId) => boolean) | undefined) {
  return { radius: disc.radius * SEEDS, ...(own ? { own } : {}) };
}

/** What a volume begins and ends with, as the list of volumes says it. */
function chaptersOf({ library, context: { locale } }: Press, own: (id: PatternId) => boolean): string | null {
  const chapters = library.parts
    .flatMap((part) => part.chapters)
    .filter(({ patterns }) => patterns.some(({ id }) => own(id)))
    .map((chapter) => ({ name: showGroup(locale, library.by[1], chapter).name ?? null }));
  return firstAndLast(chapters);
}

function viewBook({ book }: Pick<Settings, "book">) {
  const { title, subtitle = null, creators, publisher = null, place = null } = book;
  const { subjects, license = null, address = null } = book;
  return {
    title,
    subtitle,
    creators: keepNames(creators),
    publisher,
    place,
    subjects,
    license: license?.name ?? null,
    address: address?.replace(/^https?:\/\/|\/$/g, "") ?? null,
  };
}

/** The bar code and the ISBN in words above it, no wider than it is; null where the volume has none. */
function barCodeOf(
  { book }: Pick<Settings, "book">,
  volume: CoveredVolume,
  { panel, label, name }: { panel: Spread["panel"]; label: number; name: string },
) {
  const text = volumeIsbn(book, volume);
  const digits = text === undefined ? undefined : parseIsbn(text);
  if (!digits) return null;
  const code = drawBarCode(digits, panel.width);
  return { isbn: text, label: Math.min(label, code.width / measureText(`${name} ${text}`)), ...code };
}
