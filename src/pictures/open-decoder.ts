import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ImageFile, RefusedImage } from "../library/image-file.js";
import { type DecodeImage, FORBIDDEN } from "../library/images.js";
import { sha256 } from "../library/sha256.js";
import type { Cache } from "../machine/cache.js";
import { isOutOfMemory, isOutOfStack, isSystemError } from "../machine/system-error.js";
import { openGate } from "../threads/gate.js";
import { LateError } from "../threads/late-error.js";
import type { Pool } from "../threads/pool.js";
import { openPurse, SpentError } from "../threads/purse.js";
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
// Seconds.
const GRACE = 5;

/** Decodes pictures in threads, each content once for all builds. */
export function openDecoder({ cache, pool, program, limits }: DecoderOptions): DecodeImage {
  // One after the other: the decoder keeps one error message for all threads, and a large picture takes much memory.
  const alone = openGate(1);
  const purse = openPurse(limits.seconds + GRACE);
  return async (source, shownIn) => {
    const bytes = "bytes" in source ? source.bytes : await readFile(source.file).catch(refuseUnread);
    if ("refused" in bytes) return bytes;
    const key = { program, content: sha256(bytes), limits };
    const decoding = cache.file("decoded", key, async (to) => {
      const task = { source, folder: to, limits };
      // A decoder that is merely slow reports that itself; this limit is for one that never returns.
      const decoded = await alone(() =>
        purse.spend(shownIn, (seconds) => pool.runWithin(seconds, tasks.decodePicture, task)),
      );
      await writeFile(join(to, RECORD), JSON.stringify(decoded));
    });
    const folder = await decoding.catch(refuse);
    if (typeof folder !== "string") return folder;
    return place(JSON.parse(await readFile(join(folder, RECORD), "utf8")), source, folder);
  };
}

/**
 * A picture that takes too much time or memory. This is not cached, since another machine may be able to decode it.
 * @throws any other error
 */
function refuse(error: Error): RefusedImage {
  if (error instanceof SpentError)
    return { refused: "broken", what: `one of several in its file that take longer than ${error.seconds} seconds` };
  if (error instanceof LateError)
    return { refused: "broken", what: `which takes longer than ${error.seconds} seconds to decode` };
  if (isOutOfMemory(error)) return { refused: "broken", what: "which takes more memory to decode than there is" };
  if (isOutOfStack(error)) return { refused: "broken", what: "in which things are nested deeper than can be read" };
  throw error;
}

/**
 * A picture that the system does not let us read, or cannot: it is that picture's fault.
 * @throws what would have met any other file too
 */
function refuseUnread(error: unknown): RefusedImage {
  const code = error instanceof Error && isSystemError(error) ? error.code : "";
  if (code === "EACCES" || code === "EPERM") return FORBIDDEN;
  if (["EIO", "ENOENT", "ESTALE", "ENXIO"].includes(code))
    return { refused: "broken", what: `which could not be read (${code})` };
  throw error;
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
