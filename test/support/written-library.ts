import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Library } from "../../src/library/library.js";
import type { NumberedPattern } from "../../src/library/pattern.js";
import { readingRule } from "../../src/library/reading/schema.js";
import { temporaryFolder } from "./editions.js";
import { readFolder } from "./library.js";

/** Files of a library by their paths. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** Writes a library that stands in a test, and returns its folder. */
function writeLibrary(files: Files): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

interface HowRead {
  /** Rules as book.yaml has them. */
  read?: readonly unknown[];
  links?: Record<string, string>;
}

/** Writes such a library, and reads it as a build does. */
export function readWritten(files: Files, { read, links = {} }: HowRead = {}): Promise<Library> {
  const rules = read?.map((rule) => readingRule.parse(rule));
  return readFolder(writeLibrary(files), { store: temporaryFolder(), links, ...(rules ? { rules } : {}) });
}

/** The pattern that is read from a file. */
export function patternAt({ patterns }: Library, path: string): NumberedPattern {
  const found = patterns.find(({ source }) => source.path === path);
  if (!found) throw new Error(`no pattern is read from ${path}`);
  return found;
}
