import { isOutOfMemory, isSystemError } from "../machine/system-error.js";
import { type AssembleOptions, assemble } from "./assemble.js";
import { keepOnly, leaveOut } from "./leave-out.js";
import type { Library } from "./library.js";
import { describeUnread } from "./parse-safely.js";
import type { ReadLibrary } from "./read.js";
import { traceFault } from "./trace-fault.js";

/**
 * Assembles a library. Where the program stumbles over a file of it, that file is left out with its name, and the others
 * are assembled.
 * @throws errors of the system, and what no file alone is the cause of
 */
export async function assembleSafely(read: ReadLibrary, options: AssembleOptions): Promise<Library> {
  for (let rest = read; ; ) {
    try {
      return await assemble(rest, options);
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(String(error));
      if (isSystemError(fault) || isOutOfMemory(fault)) throw fault;
      const guilty = await trace(rest, options);
      if (guilty.length === 0) throw fault;
      rest = leaveOut(
        rest,
        guilty.map((path) => ({ path, failure: describeUnread(path, fault) })),
      );
    }
  }
}

/** The paths of the files with which it fails. */
async function trace(read: ReadLibrary, options: AssembleOptions): Promise<string[]> {
  const steps = traceFault([...read.patterns, ...read.matter].map(({ source }) => source.path));
  let step = steps.next();
  while (!step.done) {
    const paths = new Set(step.value);
    const some = keepOnly(read, ({ source }) => paths.has(source.path));
    step = steps.next(await fails(() => assemble(some, options)));
  }
  return step.value;
}

async function fails(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return false;
  } catch {
    return true;
  }
}
