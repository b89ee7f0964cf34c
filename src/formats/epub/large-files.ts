import { listSizes } from "../../archives/zip.js";
import type { Context } from "./about.js";
import { FOLDER, LARGEST_FILE, NAVIGATION, NCX, PACKAGE_DOCUMENT } from "./files.js";
import type { Shortfall } from "./package/reductions.js";

/**
 * Says which files of an e-book are larger than older reading systems take. What can be divided has been.
 * @param path of the e-book in the output
 * @param file where it lies now
 */
export async function reportLarge(path: string, file: string, { report }: Context): Promise<void> {
  for (const { name, size } of await listSizes(file)) {
    if (size <= LARGEST_FILE) continue;
    report({
      rule: "ebook-files-are-small",
      severity: "warning",
      found: `${name} in ${path} has ${Math.ceil(size / 1000)} kB`,
      expected: `at most ${LARGEST_FILE / 1000} kB: older reading systems give up on larger files`,
      mend: mendingOf(name),
    });
  }
}

/**
 * Says which files do without something for the sake of their size. No word of the book is missing.
 * @param path of the e-book in the output
 */
export function reportShortfalls(path: string, shortfalls: readonly Shortfall[], { report }: Context): void {
  for (const { file, lacks } of shortfalls) {
    report({
      rule: "ebook-files-are-small",
      severity: "info",
      found: `${FOLDER}/${file} in ${path} would have more than ${LARGEST_FILE / 1000} kB: ${lacks.join(", and ")}`,
      expected:
        "all patterns and all printed pages in it; the contents that are read as a page, and the text, have them",
      mend: "set epub.split to part, or leave it so",
    });
  }
}

function mendingOf(name: string): string {
  const listing = [NAVIGATION, NCX, PACKAGE_DOCUMENT].map((file) => `${FOLDER}/${file}`);
  if (listing.includes(name)) return "set epub.split to part: one file has to list all files of an e-book";
  if (/\.(?:png|jpe?g|gif|svg)$/.test(name)) return "save the picture with fewer shapes or frames";
  if (name.startsWith(`${FOLDER}/fonts/`)) return "declare a lighter font in tokens.yaml, or one in several files";
  return "make the longest heading, caption, formula or element of raw HTML in it shorter";
}
