import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultConfig } from "../../src/config/read-config.js";
import { ROOT, readingEdition } from "./editions.js";

const { book } = defaultConfig();

/** The configuration by which our own library is printed whole: all who print it so share one print, in the cache of the tests. */
export const OWN_BOOK = {
  ...readingEdition,
  book: { ...book, slug: "book", title: "Our patterns", creators: ["The founders"], language: "en-GB" },
};

/** How many volumes were printed, by what a build said on its way. */
export function printings(said: readonly string[]): number {
  return said.filter((message) => message.startsWith("printing volume")).length;
}

/** What a field of one line says in each of our own patterns: read without the code that is tested. */
export function ownFields(name: string): string[] {
  const folder = join(ROOT, "patterns");
  const field = new RegExp(`^ *${name}: *(.+)$`, "m");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .flatMap((file) => field.exec(readFileSync(join(folder, file), "utf8"))?.[1] ?? []);
}
