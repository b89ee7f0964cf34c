import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isKept } from "../workplace/upkeep.js";
import type { Body, Pattern } from "./pattern.js";

/** Parsed patterns on disk, by content address: a body is loaded when a format asks for it. */
export interface Store {
  folder: string;
}

/** Where a parsed body lies. */
export function bodyPath(store: Store, key: string): string {
  return join(store.folder, "bodies", key.slice(0, 2), `${key}.json`);
}

export async function loadBody(store: Store, key: string): Promise<Body> {
  return JSON.parse(await readFile(bodyPath(store, key), "utf8"));
}

/** The pattern parsed before under this key; undefined when there is none or its file is damaged. */
export async function loadPattern(store: Store, key: string): Promise<Pattern | undefined> {
  // The body first: it must be there as long as the pattern is.
  if (!isKept(bodyPath(store, key)) || !isKept(patternPath(store, key))) return undefined;
  try {
    return JSON.parse(await readFile(patternPath(store, key), "utf8"));
  } catch {
    return undefined;
  }
}

/** Keeps a parsed pattern; the pattern's own file comes last, so that where it is the body is too. */
export async function save(store: Store, pattern: Pattern, body: Body): Promise<void> {
  await write(bodyPath(store, pattern.body.key), JSON.stringify(body));
  await write(patternPath(store, pattern.body.key), JSON.stringify(pattern));
}

function patternPath(store: Store, key: string): string {
  return join(store.folder, "patterns", key.slice(0, 2), `${key}.json`);
}

async function write(path: string, text: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(draft, text);
  await rename(draft, path);
}
