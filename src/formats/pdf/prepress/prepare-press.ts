import { readFile, writeFile } from "node:fs/promises";
import { ParseSpeeds, PDFDocument } from "@cantoo/pdf-lib";
import type { DeflatedContents } from "../../../print/streams.js";
import { findCoarsePictures } from "./coarse-pictures.js";
import { conform } from "./conform.js";
import { dropEmpty } from "./drop-empty.js";
import { dropTags } from "./drop-tags.js";
import { findBleeding } from "./find-bleeding.js";
import { flatten } from "./flatten.js";
import { greyDrawings } from "./grey-drawings.js";
import { greyPictures } from "./grey-pictures.js";
import { appendBlanks, placePages } from "./page-boxes.js";
import { preflight } from "./preflight/index.js";
import { ownProfile, readProfile } from "./press-profile.js";
import type { PressReport, PressTask } from "./press-task.js";
import { strip } from "./strip.js";
import { sweep } from "./sweep.js";

/**
 * Makes of a volume that Chromium printed the file a printer asks for: PDF/X, black ink only, with bleed and trim. What it says of the file comes from reading it anew. Runs in a worker thread.
 * @param grey content that is grey already, by the number of its stream in the file
 * @throws ProfileError where the printer's profile cannot be used
 */
export async function preparePress(asked: PressTask, grey: DeflatedContents = new Map()): Promise<PressReport> {
  const { settings } = asked;
  const profile = settings.profile ? readProfile(await readFile(settings.profile)) : ownProfile();
  const document = await PDFDocument.load(dropTags(await readFile(asked.file)), {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  strip(document);
  const coarse = findCoarsePictures(document, settings.minimumDpi);
  const greyed = await greyPictures(greyDrawings(document, grey, asked.solid));
  if (settings.standard) await flatten(document);
  if (settings.standard || settings.limits) dropEmpty(document);
  const bleeding = settings.bleedsWhereNeeded || settings.limits ? findBleeding(document) : NONE;
  const task = withBleed(asked, bleeding);
  appendBlanks(document, task);
  placePages(document, task, bleeding);
  sweep(document);
  conform(document, task, profile);
  const bytes = await document.save({ useObjectStreams: false, updateFieldAppearances: false });
  await writeFile(task.path, bytes);
  return { pages: document.getPageCount(), greyed, coarse, checks: await preflight(bytes, task) };
}

const NONE: ReadonlySet<number> = new Set();

/** Without a bleed where none is needed. */
function withBleed(task: PressTask, bleeding: ReadonlySet<number>): PressTask {
  const { settings } = task;
  return settings.bleedsWhereNeeded && bleeding.size === 0 ? { ...task, settings: { ...settings, bleed: 0 } } : task;
}
