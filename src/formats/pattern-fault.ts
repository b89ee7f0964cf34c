import { BrowserError, PageError } from "../browser/launch.js";
import type { FailedFile } from "../library/library.js";
import type { Pattern } from "../library/pattern.js";
import { isOfMachine } from "../machine/system-error.js";
import { TemplateError } from "../page/template-files.js";
import { describeFault, type EditionName } from "./describe-fault.js";

/** Patterns that an edition could not be made with, though nothing is known to be wrong with them. */
export class PatternFault extends Error {
  constructor(readonly failed: readonly FailedFile[]) {
    super(failed.map(({ path, failure }) => `${path}: ${failure.found}`).join("\n"));
  }
}

/**
 * Runs an edition's work on one pattern; an unexpected error in it is reported as a fault of that pattern.
 * @throws PatternFault; what is the machine's fault, or the user's, as it is
 */
export async function setPattern<Result>(
  { source }: Pick<Pattern, "source">,
  edition: EditionName,
  work: () => Promise<Result> | Result,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw blame(error, source.path, edition);
  }
}

function blame(error: unknown, path: string, edition: EditionName): unknown {
  return isForeseen(error) ? error : new PatternFault([{ path, failure: describeFault(error, edition, path) }]);
}

/**
 * Runs an edition's work on several patterns at once; if that fails, on each of them alone.
 * @returns what came of all of them, or of each
 * @throws PatternFault, of all those with which it fails
 */
export async function setPatterns<Task, Result>(
  tasks: readonly Task[],
  { edition, patternOf }: { edition: EditionName; patternOf(task: Task): Pick<Pattern, "source"> },
  work: (tasks: readonly Task[]) => Promise<Result>,
): Promise<Result[]> {
  try {
    return [await work(tasks)];
  } catch (error) {
    const [only] = tasks;
    if (isForeseen(error) || !only) throw error;
    if (tasks.length === 1) throw blame(error, patternOf(only).source.path, edition);
    const faults = gatherFaults();
    const results: Result[] = [];
    for (const task of tasks) {
      const result = await faults.gather(setPattern(patternOf(task), edition, () => work([task])));
      if (result !== undefined) results.push(result);
    }
    faults.tell();
    return results;
  }
}

/** Faults of several patterns, to be told together when all have been tried. */
export interface Faults {
  /** The result of a promise, or undefined if it was rejected with a PatternFault. */
  gather<Result>(promised: Promise<Result>): Promise<Result | undefined>;
  /** @throws PatternFault, of all that were gathered */
  tell(): void;
}

export function gatherFaults(): Faults {
  const failed: FailedFile[] = [];
  return {
    async gather(promised) {
      try {
        return await promised;
      } catch (error) {
        if (!(error instanceof PatternFault)) throw error;
        failed.push(...error.failed);
        return undefined;
      }
    },
    tell() {
      if (failed.length > 0) throw new PatternFault(failed);
    },
  };
}

/** An error with a message of its own: of a template, of the machine, or of a pattern that is known already. */
export function isForeseen(error: unknown): boolean {
  if (error instanceof PatternFault || error instanceof TemplateError) return true;
  if (error instanceof BrowserError) return !(error instanceof PageError);
  return isOfMachine(error);
}
