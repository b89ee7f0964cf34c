import type { Body, Pattern } from "./pattern.js";
import { bodyPath, isBodyWhole, readBody, type Store } from "./store.js";

/** The stored bodies of a library's patterns. */
export interface Bodies {
  /** The path of a body, for a worker to load; its bytes have been checked. */
  path(pattern: Pattern): Promise<string>;
  load(pattern: Pattern): Promise<Body>;
}

export interface BodiesOptions {
  store: Store;
  /** Parses the pattern's file into the store again. */
  renew(pattern: Pattern): Promise<void>;
  /** Called once for a body whose bytes are not those that were written. */
  onDamage(path: string): void;
}

/** Bodies, each checked when it is first needed; a damaged one is made from its source again. */
export function openBodies({ store, renew, onDamage }: BodiesOptions): Bodies {
  const looked = new Map<string, Promise<void>>();
  const look = async (pattern: Pattern, path: string): Promise<void> => {
    if (await isBodyWhole(path)) return;
    onDamage(path);
    await renew(pattern);
  };
  const path = async (pattern: Pattern): Promise<string> => {
    const { key } = pattern.body;
    const path = bodyPath(store, key);
    const looking = looked.get(key) ?? look(pattern, path);
    looked.set(key, looking);
    await looking;
    return path;
  };
  return { path, load: async (pattern) => readBody(await path(pattern)) };
}
