import { statfsSync } from "node:fs";
import { isSystemError } from "./system-error.js";

/** Bytes that may still be written there; no end of them where nobody knows. */
export function roomIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/**
 * An error that a disk is full names no path where a file was open already: then it is given the one of these folders whose
 * disk has least room. Any other error stays as it is.
 */
export function nameFullDisk(error: unknown, folders: readonly string[]): unknown {
  if (!(error instanceof Error) || !isSystemError(error) || !["ENOSPC", "EDQUOT"].includes(error.code)) return error;
  if (/'/.test(error.message) || isNamed(error)) return error;
  const [fullest] = [...folders].sort((a, b) => roomIn(a) - roomIn(b));
  if (fullest === undefined) return error;
  const { code } = error;
  return Object.assign(new Error(`${error.message} in ${fullest}`, { cause: error }), { code, path: fullest });
}

function isNamed(error: Error): boolean {
  return "path" in error && typeof error.path === "string";
}
