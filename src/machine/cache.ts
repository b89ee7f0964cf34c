import { createHash, randomUUID } from "node:crypto";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { makeRoomFor } from "./own-folder.js";
import { examine, seal } from "./seal.js";
import { isKept } from "./upkeep.js";

/**
 * Everything that a file depends on, by name: plain data, without paths of this machine. Whatever makes the file may
 * use nothing that its key does not name.
 */
export type Key = Readonly<Record<string, unknown>>;

/** Files made before, by what they were made from. */
export interface Cache {
  /**
   * The file, or the folder of files, made from what `key` names; `make` writes it to the path it is given when there
   * is none yet, or when its bytes are not those that were written.
   * @param kind a folder name: `handouts`
   */
  file(kind: string, key: Key, make: (path: string) => Promise<void>): Promise<string>;
  /** The file of this key, if it was made before and its bytes are those that were written. */
  find(kind: string, key: Key): string | undefined;
}

/**
 * A cache in a folder; files are named by the hash of what they were made from, and each has the hash of what is in it
 * beside it.
 * @param onDamage called for each entry whose bytes are not those that were written, when it is needed
 */
export function openCache(folder: string, onDamage: (path: string) => void): Cache {
  const pathOf = (kind: string, key: Key): string => {
    const name = createHash("sha256").update(JSON.stringify(key)).digest("hex");
    return join(folder, kind, name.slice(0, 2), name);
  };
  // Each entry is checked once in a run.
  const whole = new Set<string>();
  const isWhole = (path: string): boolean => {
    if (whole.has(path)) return true;
    if (!isKept(path)) return false;
    const soundness = examine(path);
    if (soundness === "whole") whole.add(path);
    if (soundness === "damaged") onDamage(path);
    return soundness === "whole";
  };
  return {
    find(kind, key) {
      const path = pathOf(kind, key);
      return isWhole(path) ? path : undefined;
    },
    async file(kind, key, make) {
      const path = pathOf(kind, key);
      if (isWhole(path)) return path;
      const draft = `${path}.${randomUUID()}`;
      makeRoomFor(path);
      try {
        await make(draft);
        await seal(draft, path);
        // The damaged entry goes first: a folder cannot be renamed over another one.
        if (!isWhole(path)) await rm(path, { recursive: true, force: true });
        await rename(draft, path);
        whole.add(path);
      } catch (error) {
        await rm(draft, { recursive: true, force: true });
        // Another build may have been quicker; it made the same from the same inputs.
        if (!isWhole(path)) throw error;
      }
      return path;
    },
  };
}
