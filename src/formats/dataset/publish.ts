import { mkdir } from "node:fs/promises";
import type { Edition } from "./edition.js";
import { writePatterns } from "./write-patterns.js";

/** Writes the whole dataset into a folder of its own. */
export async function publish(folder: string, edition: Edition): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writePatterns(folder, edition);
}
