import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { changesSince } from "../../changes/since.js";
import { toLines } from "../../changes/write-changes.js";
import type { Basis } from "./basis.js";

/** Where changes since an earlier edition are, one a line. */
const CHANGES = "changes.jsonl";

/** Writes what changed since an earlier edition, where one is named. */
export async function writeChanges(folder: string, { since, library, config, date, setting }: Basis): Promise<void> {
  if (!since) return;
  const made = { name: config.book.slug, date, print: setting.places.print };
  const changes = await changesSince(since, library, made);
  await writeFile(join(folder, CHANGES), toLines(changes, setting.iris.pattern));
}
