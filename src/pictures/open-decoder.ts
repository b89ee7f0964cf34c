import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ImageFile, RefusedImage } from "../library/image-file.js";
import type { DecodeImage } from "../library/images.js";
import { sha256 } from "../library/sha256.js";
import type { Cache } from "../machine/cache.js";
import { openGate } from "../threads/gate.js";
import type { Pool } from "../threads/pool.js";
import type { Decoded, DecodeLimits, DecodeTask } from "./decode.js";
import { tasks } from "./tasks.js";

export interface DecoderOptions {
  /** Keeps what was decoded, by content: a build after the first decodes nothing. */
  cache: Cache;
  pool: Pool;
  /** Changes with the program. */
  program: string;
  limits: DecodeLimits;
}

const RECORD = "picture.json";

/** Decodes pictures in threads, each content once for all builds. */
export function openDecoder({ cache, pool, program, limits }: DecoderOptions): DecodeImage {
  // One after the other: what is said of a fault is one text for all threads, and a large picture takes much memory.
  const alone = openGate(1);
  return async (source) => {
    const bytes = "bytes" in source ? source.bytes : await readFile(source.file);
    const folder = await cache.file("decoded", { program, content: sha256(bytes), limits }, async (to) => {
      const decoded = await alone(() => pool.run(tasks.decodePicture, { source, folder: to, limits }));
      await writeFile(join(to, RECORD), JSON.stringify(decoded));
    });
    return place(JSON.parse(await readFile(join(folder, RECORD), "utf8")), source, folder);
  };
}

/** What was decoded, with the paths of this machine. */
function place(decoded: Decoded, source: DecodeTask["source"], folder: string): ImageFile | RefusedImage {
  if ("refused" in decoded) return decoded;
  const pathOf = (name: string | null): string =>
    name === null && "file" in source ? source.file : join(folder, name ?? "");
  const { moving, ...still } = decoded;
  return {
    ...still,
    path: pathOf(still.path),
    ...(moving ? { moving: { ...moving, path: pathOf(moving.path) } } : {}),
  };
}
