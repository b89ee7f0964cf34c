import type { Body, Pattern } from "./pattern.js";
import { bodyPath, isBodyWhole, readBody, type Store } from "./store.js";

/** The stored bodies of a library's patterns. */
export interface Bodies {
  /** Where a body lies, for a worker to load; it has been looked through. */
  path(pattern: Pattern): Promise<string>;
  load(pattern: Pattern): Promise<Body>;
}

export interface BodiesOptions {
  store: Store;
  /** Parses the pattern's file into the store again. */
  renew(pattern: Pattern): Promise<void>;
  /** Told of a body that is not as it was written, once, when it is asked for. */
  onDamage(path: string): void;
}

/** Bodies, each looked through when it is first asked for; one that is damaged is made from its source again. */
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
