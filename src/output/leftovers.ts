import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";

// In the folder of a build: whose it is.
const OWNER = "build.json";

/** A build, by the process that it runs in. */
export interface Owner {
  host: string;
  pid: number;
  /** When it began, in milliseconds since 1970: numbers of processes are used again. */
  started: number;
}

/** Names of folders that a build fills before they are put in the place of `out`. */
export function stagingPrefix(out: string): string {
  return `.${basename(out)}-pattern-press-`;
}

/** Makes a folder for a build, beside the target; in it, where what is beside it cannot be moved there. */
export function openStagingFolder(out: string): string {
  const beside = join(dirname(out), stagingPrefix(out));
  const folder = makeMovable(beside, out) ?? mkdtempSync(join(out, stagingPrefix(out)));
  writeFileSync(join(folder, OWNER), JSON.stringify(thisBuild()));
  return folder;
}

/** A folder that can be moved into the target: that may be a disk of its own, or the only folder where we may write. */
function makeMovable(beside: string, out: string): string | undefined {
  if (statSync(out, { throwIfNoEntry: false }) === undefined) return mkdtempSync(beside);
  let folder: string | undefined;
  try {
    folder = mkdtempSync(beside);
    const inside = join(out, basename(folder));
    renameSync(folder, inside);
    renameSync(inside, folder);
    return folder;
  } catch {
    if (folder) rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
}

/** Removes what builds into this folder have left that were killed: they can no longer do so. */
export function clearLeftovers(out: string): void {
  for (const folder of [dirname(out), out]) {
    for (const name of listFolder(folder)) {
      const path = join(folder, name);
      if (name.startsWith(stagingPrefix(out)) && isLeft(path)) rmSync(path, { recursive: true, force: true });
    }
  }
}

// Milliseconds. Whether a build on another machine still runs cannot be asked: none takes a day.
const LONGEST_BUILD = 86_400_000;

function isLeft(path: string): boolean {
  const owner = readOwner(join(path, OWNER));
  return owner?.host === hostname() ? hasEnded(owner) : ageOf(path) > LONGEST_BUILD;
}

/** Milliseconds since something was last written; 0 where it is gone. */
export function ageOf(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

/** Whether a build of this machine has ended, in whatever way. */
export function hasEnded(owner: Owner): boolean {
  // The same number at another time is another process: the first process of every container has the same number.
  return owner.pid === process.pid ? owner.started !== thisBuild().started : !isAlive(owner.pid);
}

export function thisBuild(): Owner {
  return { host: hostname(), pid: process.pid, started: Math.round(performance.timeOrigin) };
}

/** Whose something is, as a file says. */
export function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is one too.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
