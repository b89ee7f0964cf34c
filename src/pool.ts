import { Piscina } from "piscina";
import type { Pool } from "./formats/format.js";
import { unpackError } from "./thread-error.js";
import * as functions from "./worker.js";

export interface ClosablePool extends Pool {
  close(): Promise<void>;
}

/** @param size worker threads; 1 runs everything in the caller's thread */
export function openPool(size: number): ClosablePool {
  return size > 1 ? openThreads(size) : openInline();
}

function openThreads(size: number): ClosablePool {
  const piscina = new Piscina({
    filename: new URL("./worker.js", import.meta.url).href,
    minThreads: size,
    maxThreads: size,
    concurrentTasksPerWorker: 1,
    // What a task makes lives as long as the task: in a small nursery most of it would be moved before it is let go.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  return {
    size,
    run: (name, task) => piscina.run(task, { name }).catch(rethrow),
    close: () => piscina.destroy(),
  };
}

function openInline(): ClosablePool {
  const table: Record<string, unknown> = functions;
  return {
    size: 1,
    run: async (name, task) => {
      const run = table[name];
      if (typeof run !== "function") throw new Error(`no worker function ${name}`);
      return run(task).catch(rethrow);
    },
    close: async () => {},
  };
}

function rethrow(error: unknown): never {
  throw unpackError(error);
}
