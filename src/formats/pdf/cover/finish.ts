import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { PDFDocument, PDFHexString } from "@cantoo/pdf-lib";
import { word } from "../../../page/locale.js";
import type { Press } from "../press.js";
import type { CoveredVolume } from "./compose.js";
import type { Spread } from "./spread.js";

/** Gives a printed cover its boxes (ISO 32000-1, 14.11.2) and its metadata, and the same bytes every time. */
export async function finishCover(
  { context }: Press,
  { spread, html, volume }: { spread: Spread; html: string; volume: CoveredVolume },
  file: string,
  path: string,
): Promise<void> {
  const { config, date, locale } = context;
  const document = await PDFDocument.load(await readFile(file), { updateMetadata: false });
  const suffix = volume.count > 1 ? `, ${word(locale, "volume")} ${volume.number}` : "";
  document.setTitle(`${word(locale, "cover_of")} ${config.book.title}${suffix}`);
  document.setLanguage(locale.language);
  document.setCreator("Pattern Press");
  document.setCreationDate(date);
  document.setModificationDate(date);
  setBoxes(document, spread);
  const hash = PDFHexString.of(createHash("sha256").update(html).digest("hex").slice(0, 32));
  document.context.trailerInfo.ID = document.context.obj([hash, hash]);
  await writeFile(path, await document.save({ useObjectStreams: true, updateFieldAppearances: false }));
}

/** Chromium rounds the sheet up to whole pixels; what is printed begins in its upper left corner. */
function setBoxes(document: PDFDocument, { width, height, bleed }: Spread): void {
  for (const page of document.getPages()) {
    const low = page.getHeight() - height;
    page.setMediaBox(0, low, width, height);
    page.setCropBox(0, low, width, height);
    page.setBleedBox(0, low, width, height);
    page.setTrimBox(bleed, low + bleed, width - 2 * bleed, height - 2 * bleed);
  }
}
