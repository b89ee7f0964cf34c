import { isOutOfMemory, isOutOfStack, isSystemError } from "../machine/system-error.js";
import { LateError } from "../threads/late-error.js";
import type { Failure } from "./failure.js";
import type { ParseResult, ParseTask } from "./parse-file.js";

/**
 * Parses one file; whatever goes wrong in it is that file's: one that takes too long, or too much, or that the program
 * stumbles over, is left out with its name, and the others are read.
 * @throws errors of the system: a full disk is no file's fault
 */
export async function parseSafely(
  task: ParseTask,
  parse: (task: ParseTask) => Promise<ParseResult>,
): Promise<ParseResult> {
  try {
    return await parse(task);
  } catch (error) {
    const fault = error instanceof Error ? error : new Error(String(error));
    if (fault instanceof LateError) return { failure: late(fault.seconds) };
    if (isOutOfMemory(fault)) return { failure: heavy() };
    if (isSystemError(fault)) throw fault;
    return { failure: describeUnread(task.path, fault) };
  }
}

function late(seconds: number): Failure {
  return {
    rule: "file-is-read-in-time",
    variant: "time",
    values: { seconds },
    found: `a file that takes longer than ${seconds} seconds to read`,
    expected: "a text without long runs of markup such as *_*_ or [[[[",
    mend: "look for such a run and take it out, or raise limits.seconds in the configuration",
  };
}

function heavy(): Failure {
  return {
    rule: "file-is-read-in-time",
    variant: "memory",
    found: "a file that takes more memory to read than there is",
    expected: "a text without long runs of markup such as *_*_ or [[[[",
    mend: "look for such a run and take it out, or split the pattern",
  };
}

/** A file that is nested too deep, or that the program stumbles over; the trace goes to the terminal of whoever asks for it. */
export function describeUnread(path: string, fault: Error): Failure {
  if (isOutOfStack(fault)) return deep();
  const { message, stack } = fault;
  if (process.env.PATTERN_PRESS_TRACE) console.error(`${path}: ${stack ?? message}`);
  return {
    rule: "file-can-be-read",
    found: `a file that could not be read (${message.split("\n")[0] ?? ""})`,
    expected: "one that this program can read; the fault is the program's, please report it",
    mend: "send the file with your report and what PATTERN_PRESS_TRACE=1 adds; until then leave the file out",
  };
}

function deep(): Failure {
  return {
    rule: "nesting-is-shallow",
    variant: "file",
    found: "a file in which things are nested deeper than can be read",
    expected: "lists, quotations, brackets and elements nested a few levels deep",
    mend: "look for such a run, as of <div> or [, and flatten it",
  };
}
