import { imageKey } from "../../../library/images.js";
import type { Library, NumberedPattern } from "../../../library/pattern.js";
import type { Artifact, Context } from "../../format.js";
import type { VolumePlan } from "../plan.js";
import type { Press } from "../press.js";
import { toPoints } from "../trim.js";
import type { Check, CoarsePicture, PressReport, PressTask } from "./press-task.js";

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
  { context: { config, date }, geometry }: Press,
  { file, path, title }: Pick<PressTask, "file" | "path" | "title">,
): PressTask | undefined {
  const { press } = config.pdf;
  if (press === false) return undefined;
  const { bleed, ...settings } = press;
  return {
    file,
    path,
    title,
    creators: config.book.creators,
    date: date.toISOString(),
    trim: { width: geometry.width, height: geometry.height },
    settings: { ...settings, bleed: toPoints(bleed) },
  };
}

/** The press edition of a volume and what its preflight found, said on screen too. */
export function* issuePress({ library, context }: Press, volume: PressVolume): Generator<Artifact> {
  const { checks, coarse } = volume.report;
  const met = checks.filter(({ ok }) => ok).length;
  context.progress(`press edition, volume ${volume.volume.number}: ${met} of ${checks.length} demands met`);
  for (const picture of coarse) reportCoarse(library, context, volume, picture);
  for (const check of checks) {
    // Coarse pictures were named one by one, at their places.
    if (!check.ok && check.source !== "pdf.press.minimumDpi") {
      reportFailed(context, `the press edition of volume ${volume.volume.number}`, check);
    }
  }
  const name = `book/${context.config.book.slug}${volumeSuffix(volume.volume)}-press`;
  yield { path: `${name}.pdf`, mediaType: "application/pdf", content: { file: volume.file } };
  const report = `${JSON.stringify({ standard: "PDF/X-4 (ISO 15930-7:2010)", ...volume.report }, null, 2)}\n`;
  yield {
    path: `${name}-preflight.json`,
    mediaType: "application/json",
    content: new TextEncoder().encode(report),
  };
}

/** What a volume's file names have after the book's. */
export function volumeSuffix({ number }: Pick<VolumePlan, "number">): string {
  return number === 1 ? "" : `-vol-${number}`;
}

function reportCoarse(library: Library, context: Context, volume: PressVolume, picture: CoarsePicture): void {
  const { press } = context.config.pdf;
  const place = placeOf(library, volume, picture);
  context.report({
    rule: "pictures-are-sharp-enough",
    severity: "warning",
    ...place?.at,
    found: `${place ? `the picture ${place.src}` : "a picture"} printed at ${picture.dpi} pixels per inch on page ${picture.page} of volume ${volume.volume.number}`,
    expected: `at least ${press === false ? 0 : press.minimumDpi}, as pdf.press.minimumDpi has it`,
    mend: `bring a picture of more than ${picture.width} × ${picture.height} pixels, or a vector drawing (SVG)`,
  });
}

/** The file and the line that show a picture: of the pattern on that page, the first picture of these pixels. */
function placeOf(library: Library, volume: PressVolume, { page, width, height }: CoarsePicture) {
  const pattern = patternOn(library, volume, page);
  for (const { src, place } of pattern?.body.images ?? []) {
    const image = pattern && library.images.get(imageKey(pattern, src));
    if (!image || "refused" in image || image.width !== width || image.height !== height) continue;
    return { src, at: { file: pattern.source.path, place } };
  }
  return undefined;
}

function patternOn(library: Library, { volume, frontPages }: PressVolume, page: number): NumberedPattern | undefined {
  const folio = page - frontPages;
  const sheet = volume.sheets.findLast((candidate) => candidate.page <= folio);
  return sheet?.kind === "pattern" ? library.byId.get(sheet.id) : undefined;
}

/** Says what a file for the printer does not meet. */
export function reportFailed(context: Context, name: string, { source, demand, faults }: Check): void {
  context.report({
    rule: "press-edition-conforms",
    severity: "warning",
    found: `in ${name}: ${faults.join("; ")}`,
    expected: `${demand} (${source})`,
    mend: "ask the printer whether they take it so; tell us if nothing of your own is the cause",
  });
}
