import { existsSync } from "node:fs";
import { Piscina } from "piscina";
import { openGate } from "./gate.js";
import { LateError } from "./late-error.js";
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
  /**
   * The same in a thread that is ended when it takes longer than so many seconds.
   * @throws LateError
   */
  runWithin<Name extends keyof Tasks>(seconds: number, name: Name, task: Input<Name>): Promise<Result<Name>>;
}

export interface ClosablePool extends Pool {
  close(): Promise<void>;
}

/** @param size worker threads; 1 runs everything in the caller's thread but what has a time limit */
export function openPool(size: number): ClosablePool {
  return size > 1 ? openThreads(size) : openInline();
}

// Milliseconds between two looks at how long a task takes.
const LOOK = 50;

function openThreads(size: number): ClosablePool {
  const piscina = new Piscina({
    filename: new URL("./worker.js", import.meta.url).href,
    minThreads: size,
    maxThreads: size,
    concurrentTasksPerWorker: 1,
    // What a task makes lives as long as the task: in a small nursery most of it would be moved before it is let go.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  // Time runs from when the thread has loaded what it needs: one that was ended gives way to a new one, which has nothing.
  const gate = openGate(size);
  return {
    size,
    run: (name, task) => piscina.run(task, { name }).catch(rethrow),
    runWithin: (seconds, name, task) =>
      gate(async () => {
        const late = new AbortController();
        const begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
        let since: number | undefined;
        const looking = setInterval(() => {
          if (Atomics.load(begun, 0) === 0) return;
          since ??= performance.now();
          if (performance.now() - since > seconds * 1000) late.abort();
        }, LOOK);
        try {
          return await piscina.run({ ...task, begun }, { name, signal: late.signal });
        } catch (error) {
          throw late.signal.aborted ? new LateError(seconds) : unpackError(error);
        } finally {
          clearInterval(looking);
        }
      }),
    close: () => piscina.destroy(),
  };
}

// Not where the sources run as they are.
const CAN_START_THREADS = existsSync(new URL("./worker.js", import.meta.url));

function openInline(): ClosablePool {
  let isOpen = true;
  let thread: ClosablePool | undefined;
  const table: { [Name in keyof Tasks]: (task: Input<Name>) => Promise<Result<Name>> } = functions;
  const run: Pool["run"] = (name, task) =>
    isOpen ? table[name](task).catch(rethrow) : Promise.reject(new Error("the threads are closed: the build is over"));
  return {
    size: 1,
    run,
    runWithin(seconds, name, task) {
      if (!CAN_START_THREADS || !isOpen) return run(name, task);
      // Nothing ends what runs in the caller's own.
      thread ??= openThreads(1);
      return thread.runWithin(seconds, name, task);
    },
    async close() {
      isOpen = false;
      await thread?.close();
    },
  };
}

function rethrow(error: unknown): never {
  throw unpackError(error);
}
