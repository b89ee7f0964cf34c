import { assemble } from "../../src/library/assemble.js";
import { openBodies } from "../../src/library/bodies.js";
import type { Library } from "../../src/library/library.js";
import type { OrderOptions } from "../../src/library/order.js";
import { parseFile } from "../../src/library/parse-file.js";
import { read } from "../../src/library/read.js";
import { type FileRule, openRules } from "../../src/library/reading/choose.js";
import { openCache } from "../../src/machine/cache.js";
import { openDecoder } from "../../src/pictures/open-decoder.js";
import { openPool } from "../../src/threads/pool.js";
import { orderOptions } from "./order.js";

interface ReadingOptions {
  /** Where parsed patterns are kept. */
  store: string;
  /** Largest source file, in bytes. */
  maxBytes?: number;
  /** By which its files are read. */
  rules?: readonly FileRule[];
  /** Where links lead. */
  links?: Record<string, string>;
  /** The language of files that state none, where it is not that of the book. */
  unstated?: string;
  /** What the configuration says of the order. */
  order?: Partial<OrderOptions>;
}

/** Reads a folder of patterns in this thread, as a build does. */
export async function readFolder(
  folder: string,
  { store, maxBytes = 5_000_000, order = {}, rules, links = {}, unstated }: ReadingOptions,
): Promise<Library> {
  const found = await read(folder, {
    store: { folder: store },
    version: "test",
    maxBytes,
    choose: openRules(rules, links),
    parse: parseFile,
    keeps: true,
    onRead: () => {},
    onDamage: () => {},
  });
  return assemble(found, {
    folder,
    bodies: openBodies({ store: { folder: store }, renew: async () => {}, onDamage: () => {} }),
    ...orderOptions(order),
    universality: "domain",
    unstated,
    images: {
      maxBytes: 1_000_000,
      copies: {},
      decode: openDecoder({
        cache: openCache(store, () => {}),
        pool: openPool(1),
        program: "test",
        limits: { bytes: 1_000_000, pixels: 1_000_000, seconds: 20 },
      }),
    },
  });
}
