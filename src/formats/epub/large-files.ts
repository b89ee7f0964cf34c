import { stat } from "node:fs/promises";
import { listSizes } from "../../archives/zip.js";
import type { Context } from "./about.js";
import { FOLDER, LARGEST_FILE, NAVIGATION, NCX, PACKAGE_DOCUMENT } from "./files.js";

/** What no reader pages through may be as large as the book asks: it is read once, and is no page of the text. */
const LISTINGS = [NAVIGATION, NCX, PACKAGE_DOCUMENT].map((file) => `${FOLDER}/${file}`);

const MEGABYTE = 1_000_000;

/** What Amazon takes (help pages of Send to Kindle and of Kindle Direct Publishing), in megabytes. */
const TAKEN: readonly [most: number, by: string][] = [
  [50, "50 MB, the most that can be mailed to a Kindle"],
  [200, "200 MB, the most that Send to Kindle takes on the web"],
  [650, "650 MB, the most that Kindle Direct Publishing takes"],
];

/** The limits that an e-book of so many bytes is over. */
export function refusedBy(bytes: number): string[] {
  return TAKEN.flatMap(([most, by]) => (bytes > most * MEGABYTE ? [by] : []));
}

/**
 * Says which ways to a reader an e-book is too large for, and which of its files are larger than older reading systems take. What can be divided has been.
 * @param path of the e-book in the output
 * @param file where it lies now
 */
export async function reportLarge(path: string, file: string, { report }: Context): Promise<void> {
  const { size: whole } = await stat(file);
  const refused = refusedBy(whole);
  if (refused.length > 0) {
    report({
      rule: "ebook-files-are-small",
      severity: "warning",
      found: `${path} has ${Math.ceil(whole / MEGABYTE)} MB`,
      expected: `no more than ${refused.join(", ")}`,
      mend: "divide the book with epub.split, as in split: 20 MB, or save its pictures smaller",
    });
  }
  for (const { name, size } of await listSizes(file)) {
    if (size <= LARGEST_FILE || LISTINGS.includes(name)) continue;
    report({
      rule: "ebook-files-are-small",
      severity: "warning",
      found: `${name} in ${path} has ${Math.ceil(size / 1000)} kB`,
      expected: `at most ${LARGEST_FILE / 1000} kB: older reading systems give up on larger files`,
      mend: fixOf(name),
    });
  }
}

function fixOf(name: string): string {
  if (/\.(?:png|jpe?g|gif|svg)$/.test(name)) return "save the picture with fewer shapes or frames";
  if (name.startsWith(`${FOLDER}/fonts/`)) return "declare a lighter font in tokens.yaml, or one in several files";
  return "make the longest heading, caption, formula or element of raw HTML in it shorter";
}
