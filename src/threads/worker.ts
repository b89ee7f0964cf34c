import type { Task } from "./task.js";
import { packError } from "./thread-error.js";

/** A task as it is sent to a thread. */
export interface Order extends Pick<Task<unknown, unknown>, "module" | "name"> {
  input: unknown;
  /** Set to one when what the task needs is loaded: time runs from there. */
  begun?: Int32Array;
}

/** Runs a task in this thread; throws what survives the way out of it. */
export default async function follow({ module, name, input, begun }: Order): Promise<unknown> {
  try {
    const { tasks }: { tasks: Readonly<Record<string, Task<unknown, unknown>>> } = await import(module);
    const task = tasks[name];
    if (!task) throw new Error(`${module} declares no task ${name}`);
    const run = await task.load();
    if (begun) Atomics.store(begun, 0, 1);
    return await run(input);
  } catch (error) {
    throw packError(error);
  }
}
