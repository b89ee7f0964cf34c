import { cp, mkdir, readdir, writeFile } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { draftConfig } from "../drafting/draft-config.js";
import { survey } from "../library/reading/survey.js";
import { toSlug } from "../library/slug.js";
import { UsageError } from "./usage.js";

const STARTER = fileURLToPath(new URL("../../starter", import.meta.url));

// npm leaves .gitignore files out of packages: this one cannot stand among the others.
const IGNORED = "output/\n.cache/\n";

/** `pattern-press init`: writes a small library to begin with. Returns the exit status. */
export async function runInit(folder: string): Promise<number> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error.code === "ENOTDIR" ? new UsageError(`${folder} is a file; name a folder that is new or empty`) : error;
  });
  if (entries.length > 0) {
    const some = entries.slice(0, 3).join(", ");
    throw new UsageError(`${folder} is not empty (${some} …); name a folder that is new or empty`);
  }
  await cp(STARTER, folder, { recursive: true });
  await writeFile(join(folder, ".gitignore"), IGNORED);
  console.log(`Made a library in ${folder}: book.yaml and three patterns to replace with your own.

  cd ${folder}
  pattern-press build`);
  return 0;
}

/**
 * `pattern-press init DIR --from FOLDER`: looks into somebody's library and drafts the book.yaml that makes a book of it.
 * Nothing of the library is changed. Returns the exit status.
 */
export async function runInitFrom(folder: string, from: string): Promise<number> {
  const found = await survey(resolve(from));
  const file = join(folder, "book.yaml");
  const source = relative(resolve(folder), resolve(from)).split(sep).join("/") || ".";
  const title = basename(resolve(from));
  await mkdir(folder, { recursive: true });
  const text = draftConfig(found, { source, title, slug: toSlug(title) });
  // Another's is never written over.
  await writeFile(file, text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
    throw new UsageError(`${file} is there already; move it away, or name another folder`);
  });
  console.log(`Drafted ${file} for ${found.files.length} Markdown files of ${from}. Read it: every line says what it rests on.

  ${folder === "." ? "" : `cd ${folder}\n  `}pattern-press check
  pattern-press build`);
  return 0;
}
