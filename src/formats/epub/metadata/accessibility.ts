import { imageKey } from "../../../library/images.js";
import type { Library } from "../../../library/library.js";
import type { Drawing } from "../../../page/drawing.js";
import { word } from "../../../page/locale.js";
import type { Context } from "../about.js";

/** What a reader may expect, in the vocabulary of schema.org that EPUB Accessibility 1.1, 2.2, asks for. */
export interface Accessibility {
  modes: string[];
  /** Sets of modes of which each alone is enough. */
  sufficient: string[];
  features: string[];
  hazards: string[];
  summary: string;
  /** What the publisher vouches for; null where the configuration says nothing. */
  conformsTo: string | null;
  certifiedBy: string | null;
  credential: string | null;
  report: string | null;
}

const FEATURES = [
  "ARIA",
  "displayTransformability",
  "index",
  "readingOrder",
  "structuralNavigation",
  "tableOfContents",
  "unlocked",
];

const PAGE_FEATURES = ["pageBreakMarkers", "pageNavigation"];

/** Claims only what the pages and pictures of this library bear out; its drawings all say in words what they show. */
export function describeAccess(
  library: Pick<Library, "patterns" | "images">,
  { locale, drawings, config, locations }: Pick<Context, "locale" | "drawings" | "config" | "locations">,
  held: ReadonlySet<string>,
): Accessibility {
  const pictures = listPictures(library, drawings);
  const described = pictures.every(({ alt }) => alt.trim() !== "");
  const { conformsTo = null, certifiedBy = null, credential = null, report = null } = config.epub.accessibility;
  const hasPages = locations.pages.size > 0;
  // Nobody has looked whether one that moves flashes.
  const moving = pictures.some(({ moves }) => moves);
  return {
    modes: pictures.length > 0 || held.has("svg") ? ["textual", "visual"] : ["textual"],
    sufficient: described ? ["textual"] : ["textual,visual"],
    features: [
      ...(described ? ["alternativeText"] : []),
      ...FEATURES,
      ...(held.has("mathml") ? ["MathML"] : []),
      ...(hasPages ? PAGE_FEATURES : []),
    ],
    hazards: moving ? ["unknown"] : ["none"],
    summary: [
      word(locale, described ? "accessibility_summary" : "accessibility_summary_undescribed"),
      ...(hasPages ? [word(locale, "ebook.pages_sentence")] : []),
    ].join(" "),
    ...{ conformsTo, certifiedBy, credential, report },
  };
}

function listPictures(
  { patterns, images }: Pick<Library, "patterns" | "images">,
  drawings: ReadonlyMap<string, Drawing>,
): { alt: string; moves: boolean }[] {
  return patterns.flatMap((pattern) => [
    ...pattern.body.images.flatMap(({ src, alt }) => {
      const image = images.get(imageKey(pattern, src));
      return image && !("refused" in image) ? [{ alt, moves: image.moving !== undefined }] : [];
    }),
    ...pattern.body.diagrams
      .filter(({ hash }) => drawings.has(hash))
      .map(({ source }) => ({ alt: source, moves: false })),
  ]);
}
