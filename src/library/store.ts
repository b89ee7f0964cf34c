import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeRoomFor } from "../machine/own-folder.js";
import { put } from "../machine/put-in-place.js";
import { isKept } from "../machine/upkeep.js";
import type { Body, Pattern } from "./pattern.js";

/** Parsed patterns on disk, by content address: a body is loaded when a format asks for it. */
export interface Store {
  folder: string;
}

/** Where a parsed body lies. */
export function bodyPath(store: Store, key: string): string {
  return join(store.folder, "bodies", key.slice(0, 2), key);
}

/** Reads a stored body. Throws where the file is gone or is not as it was written. */
export function readBody(path: string): Body {
  const body = unseal<Body>(readFileSync(path));
  if (body === undefined) throw new Error(`${path} in the cache is damaged; run the command again`);
  return body;
}

/** Whether a stored body is as it was written. */
export async function isBodyWhole(path: string): Promise<boolean> {
  return readFile(path).then(isWhole, () => false);
}

/**
 * The pattern parsed before under this key; undefined when there is none or its file is damaged.
 * @param onDamage told of a file that is there and is not as it was written
 */
export async function loadPattern(
  store: Store,
  key: string,
  onDamage: (path: string) => void,
): Promise<Pattern | undefined> {
  const path = patternPath(store, key);
  // The body first: it must be there as long as the pattern is.
  if (!isKept(bodyPath(store, key)) || !isKept(path)) return undefined;
  const bytes = await readFile(path).catch(() => undefined);
  const pattern = bytes && unseal<Pattern>(bytes);
  if (pattern === undefined) onDamage(path);
  return pattern;
}

/** Keeps a parsed pattern; the pattern's own file comes last, so that where it is the body is too. */
export async function save(store: Store, pattern: Pattern, body: Body): Promise<void> {
  await write(bodyPath(store, pattern.body.key), body);
  await write(patternPath(store, pattern.body.key), pattern);
}

function patternPath(store: Store, key: string): string {
  return join(store.folder, "patterns", key.slice(0, 2), key);
}

/** A line with the SHA-256 of what follows, then JSON. */
async function write(path: string, content: Body | Pattern): Promise<void> {
  const json = JSON.stringify(content);
  const draft = `${path}.${randomUUID()}`;
  makeRoomFor(path);
  await writeFile(draft, `${createHash("sha256").update(json).digest("hex")}\n${json}`);
  await put(draft, path);
}

// Bytes of the first line: a SHA-256 in hex.
const SEAL = 64;

function isWhole(bytes: Buffer): boolean {
  const hash = createHash("sha256").update(bytes.subarray(SEAL + 1));
  return bytes.toString("latin1", 0, SEAL + 1) === `${hash.digest("hex")}\n`;
}

/** What was written; undefined where these are other bytes. */
function unseal<Content extends Body | Pattern>(bytes: Buffer): Content | undefined {
  // Safe: whatever has its hash in its first line was written by `write`.
  return isWhole(bytes) ? (JSON.parse(bytes.toString("utf8", SEAL + 1)) as Content) : undefined;
}
