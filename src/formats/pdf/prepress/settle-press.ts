import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { SettingError } from "../../setting-error.js";
import type { PdfSettings } from "../settings.js";
import { refuseProfile } from "./press-profile.js";

/**
 * Finds the printer's profile: before an hour of printing, though it is needed only after.
 * @throws SettingError
 */
export async function settlePress(press: PdfSettings["press"], folder: string): Promise<PdfSettings["press"]> {
  if (press === false || press.profile === undefined) return press;
  const profile = resolve(folder, press.profile);
  const bytes = await readFile(profile).catch(() => undefined);
  const refusal = bytes ? refuseProfile(bytes) : "is not there";
  if (refusal === undefined) return { ...press, profile };
  throw new SettingError(
    `pdf.press.profile: ${press.profile} ${refusal}; ask the printer for the ICC profile of the paper and press, or leave the key out`,
  );
}
