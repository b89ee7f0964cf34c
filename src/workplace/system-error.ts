/** An error that came of too little memory: of the system's, of a thread's, or of what a buffer may take. */
export function isOutOfMemory(error: Error): boolean {
  if ("code" in error && (error.code === "ENOMEM" || error.code === "ERR_WORKER_OUT_OF_MEMORY")) return true;
  return error instanceof RangeError && /allocation failed|Invalid (?:string|array buffer) length/i.test(error.message);
}

/** An error of the operating system: it has a code such as ENOSPC. */
export function isSystemError(error: Error): error is Error & { code: string } {
  return "code" in error && typeof error.code === "string" && /^E[A-Z0-9]+$/.test(error.code);
}
