import { readFile, writeFile } from "node:fs/promises";
import { expect } from "vitest";

/** Compares a text with the expected side of a fixture; with UPDATE_FIXTURES=1 it is written instead. */
export async function expectGolden(text: string, path: string): Promise<void> {
  const actual = text.endsWith("\n") ? text : `${text}\n`;
  if (process.env.UPDATE_FIXTURES === "1") await writeFile(path, actual);
  expect(actual).toBe(await readFile(path, "utf8"));
}
