import { imageKey, nameImage } from "../../../library/images.js";
import type { Library } from "../../../library/library.js";
import type { BodyImage, NumberedPattern } from "../../../library/pattern.js";
import type { Artifact } from "../../format.js";
import type { Context } from "../about.js";
import type { VolumePlan } from "../paging/plan.js";
import type { Press } from "../press.js";
import type { Printer } from "../printers/printer-file.js";
import type { Terms } from "../printers/terms.js";
import { volumeSuffix } from "../volume-names.js";
import { greyOf } from "./grey.js";
import { PAGES_BOUND } from "./preflight/limits.js";
import type { Check, CoarsePicture, PressLimits, PressReport, PressSettings, PressTask, Rgb } from "./press-task.js";

/** A volume of the press edition. */
export interface PressVolume {
  volume: VolumePlan;
  /** Pages before the body. */
  frontPages: number;
  file: string;
  report: PressReport;
}

/** What is asked of the press edition of a volume; undefined where the configuration wants none. */
export function pressTask(
  { context: { config, date, locale, templates }, geometry, terms, printer }: Press,
  { file, path, title }: Pick<PressTask, "file" | "path" | "title">,
): PressTask | undefined {
  const { press } = config.pdf;
  if (press === false) return undefined;
  const { cropMarks, profile } = press;
  const { pageMultiple, minimumDpi, bleed } = terms;
  const solid = solidColour(templates.tokens.colours.accent);
  return {
    file,
    path,
    title,
    creators: config.book.creators,
    date: date.toISOString(),
    trim: { width: geometry.width, height: geometry.height },
    ...(solid ? { solid } : {}),
    settings: {
      cropMarks,
      pageMultiple,
      minimumDpi,
      profile,
      bleed: bleed.size,
      ...conformance(terms, "interior"),
      ...(bleed.whereNeeded ? { bleedsWhereNeeded: true } : {}),
      ...(bleed.gutter ? {} : { boundAt: locale.direction === "rtl" ? "right" : "left" }),
      ...(printer ? { limits: limitsOf(printer, terms) } : {}),
    },
  };
}

// Darker than a middle grey: so much black that a screen would only break the strokes of letters.
const DARK = 0.5;

/** The accent where it is printed in solid black; a light one is printed as its grey. `#1f4e5f` → 0 to 1 each. */
export function solidColour(accent: string): Rgb | undefined {
  const byte = (at: number): number => Number.parseInt(accent.slice(at, at + 2), 16) / 255;
  const colour: Rgb = [byte(1), byte(3), byte(5)];
  return greyOf(...colour) < DARK ? colour : undefined;
}

/** For what is asked before anything is printed. */
export const NO_FILES = { file: "", path: "" };

/** Settings without the place of the printer's profile on this machine, whose content is known by its hash. */
export function withoutPath({ profile: _, ...settings }: PressSettings): Omit<PressSettings, "profile"> {
  return settings;
}

/** What a file says of itself: nothing where it is PDF/X-4. */
export function conformance(
  { standard, conditions }: Terms,
  part: "interior" | "cover",
): Pick<PressSettings, "standard" | "condition"> {
  return {
    ...(standard === "PDF/X-4" ? {} : { standard }),
    ...(conditions ? { condition: conditions[part] } : {}),
  };
}

/** What a printer says of pages and type. */
export function limitsOf({ pages, type }: Printer, { volumePages }: Terms): PressLimits {
  return {
    fewestPages: pages.fewest,
    mostPages: volumePages,
    smallestType: type.smallest,
    solidBelow: type.solidBelow,
  };
}

/** The press edition of a volume and what its preflight found, said on screen too. */
export function* issuePress({ library, context, terms }: Press, volume: PressVolume): Generator<Artifact> {
  const { checks, coarse } = volume.report;
  const met = checks.filter(({ ok }) => ok).length;
  context.progress(`press edition, volume ${volume.volume.number}: ${met} of ${checks.length} demands met`);
  for (const picture of coarse) reportCoarse(library, { context, terms }, volume, picture);
  for (const check of checks) {
    // Pictures with too few pixels were reported one by one already, and wrong numbers of pages are reported with the
    // other demands of the printer.
    if (!check.ok && check.source !== "pdf.press.minimumDpi" && check.source !== PAGES_BOUND) {
      reportFailed(context, `the press edition of volume ${volume.volume.number}`, check);
    }
  }
  const name = `book/${context.config.book.slug}${volumeSuffix(volume.volume)}-press`;
  yield { path: `${name}.pdf`, mediaType: "application/pdf", content: { file: volume.file } };
  const report = `${JSON.stringify({ standard: IN_FULL[terms.standard], ...volume.report }, null, 2)}\n`;
  yield {
    path: `${name}-preflight.json`,
    mediaType: "application/json",
    content: new TextEncoder().encode(report),
  };
}

const IN_FULL = {
  "PDF/X-4": "PDF/X-4 (ISO 15930-7:2010)",
  "PDF/X-1a:2001": "PDF/X-1a:2001 (ISO 15930-1:2001)",
  "PDF/X-3:2002": "PDF/X-3:2002 (ISO 15930-3:2002)",
} as const;

function reportCoarse(
  library: Library,
  { context, terms }: Pick<Press, "context" | "terms">,
  volume: PressVolume,
  picture: CoarsePicture,
): void {
  const { page, dpi, width, height } = picture;
  const pattern = patternOn(library, volume, page);
  const image = pattern && imageOf(library, pattern, picture);
  const what = image ? nameImage(image) : "part of a drawing, which the browser turned into pixels,";
  context.report({
    rule: "pictures-are-sharp-enough",
    severity: "warning",
    ...(pattern ? { file: pattern.source.path } : {}),
    ...(image ? { place: image.place } : {}),
    found: `${what} printed at ${dpi} pixels per inch on page ${page} of volume ${volume.volume.number}`,
    expected: `at least ${terms.minimumDpi}, as pdf.press.minimumDpi has it`,
    mend: image
      ? `bring a picture of more than ${width} × ${height} pixels, or a vector drawing (SVG)`
      : "draw it without <pattern>, <filter> and <mask>",
  });
}

/** The first picture of a pattern that has as many pixels: a PDF does not say from which file one came. */
function imageOf(library: Library, pattern: NumberedPattern, { width, height }: CoarsePicture): BodyImage | undefined {
  return pattern.body.images.find(({ src }) => {
    const image = library.images.get(imageKey(pattern, src));
    if (!image || "refused" in image || image.mediaType === "image/svg+xml") return false;
    return image.width === width && image.height === height;
  });
}

function patternOn(library: Library, { volume, frontPages }: PressVolume, page: number): NumberedPattern | undefined {
  const folio = page - frontPages;
  const sheet = volume.sheets.findLast((candidate) => candidate.page <= folio);
  return sheet?.kind === "pattern" ? library.byId.get(sheet.id) : undefined;
}

/** Says what a file for the printer does not meet. */
export function reportFailed(context: Context, name: string, { source, demand, faults, mend }: Check): void {
  context.report({
    rule: "press-edition-conforms",
    severity: "warning",
    found: `in ${name}: ${faults.join("; ")}`,
    expected: `${demand} (${source})`,
    mend: mend ?? "ask the printer whether they take it so; tell us if nothing of your own is the cause",
  });
}
