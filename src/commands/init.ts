import { cp, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
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
