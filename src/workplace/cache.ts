import { createHash, randomUUID } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openFolders } from "./folders.js";
import { isKept } from "./upkeep.js";

/** Files made before, by what they were made from. */
export interface Cache {
  /**
   * The file, or the folder of files, made from `inputs`; `make` writes it to the path it is given when there is none
   * yet.
   * @param kind a folder name: `handouts`
   * @param inputs everything the file depends on; hashed
   */
  file(kind: string, inputs: readonly unknown[], make: (path: string) => Promise<void>): Promise<string>;
  /** The file made from `inputs` before, if there is one. */
  find(kind: string, inputs: readonly unknown[]): string | undefined;
}

/** A cache in a folder; files are named by the hash of what they were made from. */
export function openCache(folder: string): Cache {
  const pathOf = (kind: string, inputs: readonly unknown[]): string => {
    const key = createHash("sha256").update(JSON.stringify(inputs)).digest("hex");
    return join(folder, kind, key.slice(0, 2), key);
  };
  const makeFolder = openFolders();
  return {
    find(kind, inputs) {
      const path = pathOf(kind, inputs);
      return isKept(path) ? path : undefined;
    },
    async file(kind, inputs, make) {
      const path = pathOf(kind, inputs);
      if (isKept(path)) return path;
      const draft = `${path}.${randomUUID()}`;
      await makeFolder(dirname(path));
      try {
        await make(draft);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { recursive: true, force: true });
        // Another build may have been quicker: what it made of the same inputs is the same.
        if (!isKept(path)) throw error;
      }
      return path;
    },
  };
}
