import type { z } from "zod";
import type { Book } from "../book/settings.js";
import { datasetSettings } from "../linked-data/settings.js";
import { docxSettings } from "./docx/settings.js";
import { epubSettings } from "./epub/settings.js";
import { pdfSettings } from "./pdf/settings.js";

/** What the configuration says of each format, by its key, with every default. */
export const formatSettings = {
  pdf: pdfSettings.prefault({}),
  epub: epubSettings.prefault({}),
  docx: docxSettings.prefault({}),
  dataset: datasetSettings.prefault({}),
};

type OwnSettings = { [Key in keyof typeof formatSettings]: z.infer<(typeof formatSettings)[Key]> };

/** All of the configuration that a format may ask for. */
export interface Settings extends OwnSettings {
  book: Book;
  /** Words that replace those of the locale file, by key. */
  words: Record<string, string>;
}

/**
 * Files that the configuration names, looked at before anything is made, though they are needed only after.
 * @param folder that paths are relative to
 * @returns the same with absolute paths
 * @throws SettingError
 */
export async function settle<Given extends OwnSettings>(settings: Given, folder: string): Promise<Given> {
  const { settlePress } = await import("./pdf/prepress/settle-press.js");
  const { settleReference } = await import("./docx/reference/settle-reference.js");
  return {
    ...settings,
    pdf: { ...settings.pdf, press: await settlePress(settings.pdf.press, folder) },
    docx: { ...settings.docx, ...(await settleReference(settings.docx.reference, folder)) },
  };
}
