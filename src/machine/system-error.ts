/** An error caused by too little memory: of the system, of a thread, or for a buffer. */
export function isOutOfMemory(error: Error): boolean {
  if ("code" in error && (error.code === "ENOMEM" || error.code === "ERR_WORKER_OUT_OF_MEMORY")) return true;
  return error instanceof RangeError && /allocation failed|Invalid (?:string|array buffer) length/i.test(error.message);
}

/** An error caused by nesting that is too deep for recursive code. */
export function isOutOfStack(error: Error): boolean {
  // Errors that come out of a thread or a page have lost their class.
  return /maximum call stack size exceeded|too much recursion/i.test(error.message);
}

// A full disk, a file that may not grow, too few file handles or processes, no right to read or write, a device that fails.
const OF_MACHINE = new Set("ENOSPC EDQUOT EFBIG EMFILE ENFILE EAGAIN EACCES EPERM EROFS EIO ENOMEM".split(" "));

/** An error of the machine that does not depend on what was being made. */
export function isOfMachine(error: unknown): boolean {
  return error instanceof Error && isSystemError(error) && OF_MACHINE.has(error.code);
}

/** An error of the operating system: it has a code such as ENOSPC. */
export function isSystemError(error: Error): error is Error & { code: string } {
  return "code" in error && typeof error.code === "string" && /^E[A-Z0-9]+$/.test(error.code);
}
