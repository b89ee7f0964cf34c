import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Cache } from "./formats/format.js";

/** A cache in a folder; files are named by the hash of what they were made from. */
export function openCache(folder: string): Cache {
  return {
    async file(kind, inputs, make) {
      const key = createHash("sha256").update(JSON.stringify(inputs)).digest("hex");
      const path = join(folder, kind, key.slice(0, 2), key);
      if (existsSync(path)) return path;
      const draft = `${path}.${randomUUID()}`;
      await mkdir(join(folder, kind, key.slice(0, 2)), { recursive: true });
      try {
        await make(draft);
        await rename(draft, path);
      } finally {
        await rm(draft, { force: true });
      }
      return path;
    },
  };
}
