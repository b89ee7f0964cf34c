import { listSizes } from "../../zip.js";
import type { Context } from "../format.js";
import { FOLDER, LARGEST_FILE, NAVIGATION } from "./files.js";

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

function mendingOf(name: string): string {
  if (name === `${FOLDER}/${NAVIGATION}`)
    return "set epub.split to part: one file has to list all contents and all printed pages of an e-book";
  if (/\.(?:png|jpe?g|gif|svg)$/.test(name)) return "save the picture smaller";
  if (name.startsWith(`${FOLDER}/fonts/`)) return "declare a lighter font in tokens.yaml, or one in several files";
  return "make the longest table, quotation or element of raw HTML in it shorter";
}
