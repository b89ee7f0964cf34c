/** An error that came of too little memory: of the system's, of a thread's, or of what a buffer may take. */
export function isOutOfMemory(error: Error): boolean {
  if ("code" in error && (error.code === "ENOMEM" || error.code === "ERR_WORKER_OUT_OF_MEMORY")) return true;
  return error instanceof RangeError && /allocation failed|Invalid (?:string|array buffer) length/i.test(error.message);
}

/** An error that came of things nested in one another deeper than a reader that calls itself can follow. */
export function isOutOfStack(error: Error): boolean {
  // Its class does not survive the way out of a thread or a page.
  return /maximum call stack size exceeded|too much recursion/i.test(error.message);
}

// A full disk, too few file handles or processes, no right to read or write, a device that fails.
const OF_MACHINE = new Set("ENOSPC EDQUOT EMFILE ENFILE EAGAIN EACCES EPERM EROFS EIO ENOMEM".split(" "));

/** An error of the machine that has nothing to do with what was being made: anything else would have met it too. */
export function isOfMachine(error: unknown): boolean {
  return error instanceof Error && isSystemError(error) && OF_MACHINE.has(error.code);
}

/** An error of the operating system: it has a code such as ENOSPC. */
export function isSystemError(error: Error): error is Error & { code: string } {
  return "code" in error && typeof error.code === "string" && /^E[A-Z0-9]+$/.test(error.code);
}
