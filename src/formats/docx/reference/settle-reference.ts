import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { SettingError } from "../../setting-error.js";

/**
 * Finds the reference document; what reads it is loaded only for who has one.
 * @throws SettingError
 */
export async function settleReference(name: string | undefined, folder: string): Promise<{ reference?: string }> {
  if (name === undefined) return {};
  const { refuseReference } = await import("./index.js");
  const file = resolve(folder, name);
  const bytes = await readFile(file).catch(() => undefined);
  const refusal = bytes ? refuseReference(bytes) : "is not there";
  if (refusal === undefined) return { reference: file };
  throw new SettingError(`docx.reference: ${name} ${refusal}; expected a .docx that Word opens, or leave the key out`);
}
