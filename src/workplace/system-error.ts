/** An error of the operating system: it has a code such as ENOSPC. */
export function isSystemError(error: Error): error is Error & { code: string } {
  return "code" in error && typeof error.code === "string" && /^E[A-Z0-9]+$/.test(error.code);
}
