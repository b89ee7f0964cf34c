import { rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { ageOf, hasEnded, readOwner, thisBuild } from "./leftovers.js";

export interface LockOptions {
  /** Called once, where another build has the lock. */
  onWait(): void;
  /** Aborted when the process is about to end: the lock is given back at once. */
  signal?: AbortSignal | undefined;
}

// Milliseconds between two looks at whether the lock is free.
const LOOK = 50;
// Milliseconds. To put a library in its place takes seconds: a lock as old as this was left, whatever its owner is now.
const LONGEST_HOLD = 600_000;

/**
 * Does work that only one build may do at a time: `file` exists as long as a build does it. A lock whose owner has died
 * is removed.
 */
export async function withLock<Result>(
  file: string,
  { onWait, signal }: LockOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  for (let tries = 0; !take(file); tries++) {
    if (isLeft(file)) removeLeft(file);
    else if (tries === 0) onWait();
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  const giveBack = (): void => rmSync(file, { force: true });
  signal?.addEventListener("abort", giveBack);
  try {
    return await work();
  } finally {
    signal?.removeEventListener("abort", giveBack);
    giveBack();
  }
}

/** Makes a file that says whose it is, unless there is one. */
function take(file: string): boolean {
  try {
    writeFileSync(file, JSON.stringify(thisBuild()), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function isLeft(file: string): boolean {
  if (ageOf(file) > LONGEST_HOLD) return true;
  const owner = readOwner(file);
  return owner?.host === hostname() && hasEnded(owner);
}

/**
 * Two builds may notice an abandoned lock at the same time. The second one would then remove the new lock of the first.
 * So removing has a lock of its own, and nothing waits while that is held.
 */
function removeLeft(file: string): void {
  const second = `${file}-left`;
  if (ageOf(second) > LONGEST_HOLD) rmSync(second, { force: true });
  if (!take(second)) return;
  try {
    if (isLeft(file)) rmSync(file, { force: true });
  } finally {
    rmSync(second, { force: true });
  }
}
