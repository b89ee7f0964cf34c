import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openFolders } from "./folders.js";
import type { Cache } from "./formats/format.js";

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
      return existsSync(path) ? path : undefined;
    },
    async file(kind, inputs, make) {
      const path = pathOf(kind, inputs);
      if (existsSync(path)) return path;
      const draft = `${path}.${randomUUID()}`;
      await makeFolder(dirname(path));
      try {
        await make(draft);
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { recursive: true, force: true });
        // Another build may have been quicker: what it made of the same inputs is the same.
        if (!existsSync(path)) throw error;
      }
      return path;
    },
  };
}
