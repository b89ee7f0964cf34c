import { Piscina } from "piscina";
import { unpackError } from "./thread-error.js";
import * as functions from "./worker.js";

/** What threads can do: the exports of `worker.ts`, by name. */
type Tasks = typeof functions;
type Input<Name extends keyof Tasks> = Parameters<Tasks[Name]>[0];
type Result<Name extends keyof Tasks> = Awaited<ReturnType<Tasks[Name]>>;

/** Runs the functions of `worker.ts` on all cores. */
export interface Pool {
  readonly size: number;
  run<Name extends keyof Tasks>(name: Name, task: Input<Name>): Promise<Result<Name>>;
}

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
  let isOpen = true;
  const table: { [Name in keyof Tasks]: (task: Input<Name>) => Promise<Result<Name>> } = functions;
  return {
    size: 1,
    run: (name, task) =>
      isOpen
        ? table[name](task).catch(rethrow)
        : Promise.reject(new Error("the threads are closed: the build is over")),
    close: async () => {
      isOpen = false;
    },
  };
}

function rethrow(error: unknown): never {
  throw unpackError(error);
}
