import { createHash, randomUUID } from "node:crypto";
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { put } from "./put-in-place.js";

/** Ends the name of the file that holds an entry's hash, beside the entry. */
export const SEAL = ".sha256";

/**
 * What an entry of the cache is like: `whole`, as it was written; `damaged`, no longer so; `unsealed`, without a hash to
 * compare it with.
 */
export type Soundness = "whole" | "damaged" | "unsealed";

/** Notes the hash of a file or folder where it will stand beside it once `draft` is `path`. */
export async function seal(draft: string, path: string): Promise<void> {
  const note = `${path}${SEAL}.${randomUUID()}`;
  await writeFile(note, hashOf(draft));
  await put(note, path + SEAL);
}

/** Compares an entry with the hash beside it. A disk that gives back other bytes, or none, makes it damaged. */
export function examine(path: string): Soundness {
  try {
    const noted = readSeal(path);
    if (noted === undefined) return "unsealed";
    return noted === hashOf(path) ? "whole" : "damaged";
  } catch {
    return "damaged";
  }
}

function readSeal(path: string): string | undefined {
  try {
    return readFileSync(path + SEAL, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

/** SHA-256, hex, of a file; of a folder, over the names and hashes of all files in it. */
function hashOf(path: string): string {
  const info = statSync(path);
  if (!info.isDirectory()) return hashOfFile(path, info.size);
  const hash = createHash("sha256");
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  for (const file of files.sort()) hash.update(`${hashOfFile(file)} ${file.slice(path.length)}\n`);
  return hash.digest("hex");
}

// Bytes read at a time: a printed volume is too large to hold for its hash alone.
const PIECE = 1 << 20;

function hashOfFile(path: string, size = statSync(path).size): string {
  const hash = createHash("sha256");
  const file = openSync(path, "r");
  try {
    const piece = Buffer.allocUnsafe(Math.min(size + 1, PIECE));
    // A read that returns less than was asked for has reached the end of the file.
    for (let read = piece.length; read === piece.length; ) {
      read = readSync(file, piece);
      hash.update(piece.subarray(0, read));
    }
    return hash.digest("hex");
  } finally {
    closeSync(file);
  }
}
