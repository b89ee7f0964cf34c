import { readFileSync } from "node:fs";

/** What `ulimit` limits, as Linux names it: bytes of a file (-f), files open at once (-n), processes and threads of a user (-u). */
export type LimitName = "Max file size" | "Max open files" | "Max processes";

/** What the system allows this process; undefined where it sets no limit, or does not tell. */
export function readLimit(name: LimitName): number | undefined {
  try {
    const line = readFileSync("/proc/self/limits", "utf8")
      .split("\n")
      .find((line) => line.startsWith(name));
    const [soft] = line?.slice(name.length).trim().split(/\s+/) ?? [];
    return soft !== undefined && /^\d+$/.test(soft) ? Number(soft) : undefined;
  } catch {
    return undefined;
  }
}

// Node has eleven threads of its own when it begins, and each that works for it one beside it that watches the time. With
// fewer it breaks down without a word.
const OWN_THREADS = 15;

/**
 * Where this user may not run as many threads as so many cores take. Root may.
 * @throws an error of the system, EAGAIN
 */
export function assertThreads(jobs: number): void {
  const limit = process.getuid?.() === 0 ? undefined : readLimit("Max processes");
  if (limit === undefined || limit > OWN_THREADS + jobs) return;
  throw limitError("EAGAIN", `this user may run ${limit} processes and threads at once, and it takes more`);
}

/** An error that says which limit of the system is to blame. */
export function limitError(code: "EAGAIN" | "EFBIG" | "EMFILE", found: string): Error {
  return Object.assign(new Error(`${code}: ${found}`), { code });
}
