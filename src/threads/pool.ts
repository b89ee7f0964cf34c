import { existsSync } from "node:fs";
import { Piscina } from "piscina";
import { openGate } from "./gate.js";
import { LateError } from "./late-error.js";
import type { Task } from "./task.js";
import { type ErrorKinds, packError, unpackError } from "./thread-error.js";
import type { Order } from "./worker.js";

/** Runs tasks on all cores. */
export interface Pool {
  readonly size: number;
  run<In, Out>(task: Task<In, Out>, input: In): Promise<Out>;
  /**
   * The same in a thread that is ended when it takes longer than so many seconds.
   * @throws LateError
   */
  runWithin<In, Out>(seconds: number, task: Task<In, Out>, input: In): Promise<Out>;
}

export interface ClosablePool extends Pool {
  close(): Promise<void>;
}

/**
 * @param size worker threads; 1 runs everything in the caller's thread but what has a time limit
 * @param kinds the classes of errors that keep their class on the way out of a thread
 */
export function openPool(size: number, kinds: ErrorKinds = {}): ClosablePool {
  return size > 1 ? openThreads(size, kinds) : openInline(kinds);
}

// Milliseconds between two looks at how long a task takes.
const LOOK = 50;

function openThreads(size: number, kinds: ErrorKinds): ClosablePool {
  const piscina = new Piscina({
    filename: new URL("./worker.js", import.meta.url).href,
    minThreads: size,
    maxThreads: size,
    concurrentTasksPerWorker: 1,
    // Most objects live as long as their task. With a small young generation V8 would move most of them before they are
    // freed.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  // The time starts when the thread has loaded the modules of the task: a new thread, after another was stopped, has
  // loaded nothing yet.
  const gate = openGate(size);
  return {
    size,
    run: async (task, input) => {
      try {
        return await piscina.run(order(task, input));
      } catch (error) {
        throw unpackError(asSystemError(error), kinds);
      }
    },
    runWithin: (seconds, task, input) =>
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
          return await piscina.run({ ...order(task, input), begun }, { signal: late.signal });
        } catch (error) {
          throw late.signal.aborted ? new LateError(seconds) : unpackError(asSystemError(error), kinds);
        } finally {
          clearInterval(looking);
        }
      }),
    close: () => piscina.destroy(),
  };
}

/** A thread that cannot be started says why, without a code: “EAGAIN”. */
function asSystemError(error: unknown): unknown {
  const [, code] =
    (error instanceof Error && /^(?:Worker initialization failure: )?(E[A-Z]+)$/.exec(error.message)) || [];
  return code === undefined ? error : Object.assign(new Error(`${code}: no thread could be started`), { code });
}

// Not where the sources run as they are.
const CAN_START_THREADS = existsSync(new URL("./worker.js", import.meta.url));

function openInline(kinds: ErrorKinds): ClosablePool {
  let isOpen = true;
  let thread: ClosablePool | undefined;
  const run: Pool["run"] = async (task, input) => {
    if (!isOpen) throw new Error("the threads are closed: the build is over");
    try {
      const work = await task.load();
      return await work(input);
    } catch (error) {
      // The error is packed and unpacked as if it came from a thread, so that callers see the same with any number of
      // cores.
      throw unpackError(packError(error), kinds);
    }
  };
  return {
    size: 1,
    run,
    runWithin(seconds, task, input) {
      if (!CAN_START_THREADS || !isOpen) return run(task, input);
      // Nothing ends what runs in the caller's own.
      thread ??= openThreads(1, kinds);
      return thread.runWithin(seconds, task, input);
    },
    async close() {
      isOpen = false;
      await thread?.close();
    },
  };
}

function order({ module, name }: Task<never, unknown>, input: unknown): Order {
  return { module, name, input };
}
