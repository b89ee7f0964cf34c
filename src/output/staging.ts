import { createHash } from "node:crypto";
import { createReadStream, writeFileSync } from "node:fs";
import { constants, copyFile, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Artifact } from "../formats/format.js";
import { clearAtOnce, openFolders } from "../machine/folders.js";
import { nameFullDisk } from "../machine/full-disk.js";
import { assertFree, exchange, isFile, listOurs } from "./exchange.js";
import { listForeign } from "./foreign.js";
import { CHECKSUMS, type LastBuild, MANIFEST, readLastBuild } from "./last-build.js";
import { clearLeftovers, openStagingFolder, stagingPrefix } from "./leftovers.js";
import { withLock } from "./lock.js";
import { locateTarget } from "./target.js";

/** A file as the manifest lists it. */
export interface Written {
  path: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  /** The edition that it belongs to: the name of a format. */
  edition: string;
}

/** What came of putting a build in its place. */
export interface Placed {
  /** Paths of the last build that are gone. */
  removed: string[];
  /** What lies in the output and is not ours. */
  foreign: string[];
}

/** What lies in the target when a build comes to be put there. */
export interface Before {
  /** What the last build there says of itself. */
  last: LastBuild | undefined;
  /** Those of its files that stay: files of other editions of the same library that have not been changed since. */
  stays: readonly Written[];
}

/** What a build says of itself. */
export interface Lists {
  /** All that the manifest lists: what was added, and what stays. */
  files: readonly Written[];
  manifest: object;
  checksums: string;
}

/** A folder beside the target from which everything is moved there when everything is in it. */
export interface Staging {
  /** What the last build in the target says of itself. */
  last: LastBuild | undefined;
  /** Files of the last build that go, whatever this one makes: they are of another library, or of editions unknown. */
  doomed: readonly string[];
  add(artifact: Artifact, edition: string): Promise<Written>;
  /**
   * Puts everything in the target's place, with a manifest and checksums; only what the last build listed goes. One build
   * at a time: where another is at it this one waits, and `describe` is given what lies in the target then.
   */
  commit(describe: (before: Before) => Lists): Promise<Placed>;
  /** Removes the staging folder; the target stays as it was. */
  discard(): Promise<void>;
}

export interface StagingOptions {
  /** Where the build goes. */
  out: string;
  /** Where the patterns are. */
  source: string;
  /** The library, as manifests name it. */
  name: string;
  /** What is made: the names of editions. Others of the same library stay. */
  editions: readonly string[];
  /** Removes the staging folder when it is aborted. */
  signal?: AbortSignal | undefined;
  progress(message: string): void;
}

/** @throws OutputError where the target cannot be used */
export async function openStaging({ out, source, name, editions, signal, progress }: StagingOptions): Promise<Staging> {
  const target = locateTarget(out, source);
  await mkdir(dirname(target), { recursive: true });
  clearLeftovers(target);
  const last = readLastBuild(target);
  const ours = listOurs(last);
  for (const list of [MANIFEST, CHECKSUMS]) assertFree(target, list, ours);
  const folder = openStagingFolder(target);
  const fresh = join(folder, "new");
  const staysIn = (build: LastBuild | undefined): ListedFile[] =>
    build?.name === name
      ? build.artifacts.filter(({ edition }) => edition !== undefined && !editions.includes(edition))
      : [];
  const makeFolder = openFolders();
  const added: string[] = [];
  const sums = new Map<string, string>();
  signal?.addEventListener("abort", () => clearAtOnce(folder));
  const write = async ({ path, mediaType, content }: Artifact, edition: string): Promise<Written> => {
    assertStillFree(target, path, ours);
    const to = join(fresh, path);
    await makeFolder(dirname(to));
    added.push(path);
    const written = { path, mediaType, ...(await onDisk(target, put(content, to))), edition };
    sums.set(path, written.sha256);
    return written;
  };
  return {
    last,
    doomed: listDoomed(last, name),
    add: write,
    async commit(describe) {
      await makeFolder(fresh);
      const lock = join(dirname(folder), `${stagingPrefix(target)}lock`);
      const onWait = (): void => progress(`waiting for another build that ends in ${out} (${lock})`);
      const placing = withLock(lock, { onWait, signal }, async () => {
        // Another build may have ended meanwhile.
        const last = readLastBuild(target);
        const kept = await keepWhole(target, staysIn(last));
        const isNew = new Set(added);
        const { files, manifest, checksums } = describe({ last, stays: kept.filter(({ path }) => !isNew.has(path)) });
        writeFileSync(join(fresh, CHECKSUMS), checksums);
        writeFileSync(join(fresh, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
        // What is there already with the same bytes is left alone: whoever looks at the output sees what is new.
        const alike = last?.artifacts.filter(({ path, sha256 }) => sums.get(path) === sha256) ?? [];
        const same = new Set((await keepWhole(target, alike)).map(({ path }) => path));
        const paths = [...added.filter((path) => !same.has(path)), CHECKSUMS, MANIFEST];
        const stays = new Set([...staysIn(last).map(({ path }) => path), ...same]);
        for (const path of paths) stays.delete(path);
        const old = join(folder, "old");
        const listed = { ...manifest, artifacts: files };
        const removed = exchange({ fresh, old, out: target, paths, stays, last, manifest: listed });
        return { removed, foreign: listForeign(target, new Set([...paths, ...files.map(({ path }) => path)])) };
      });
      return onDisk(target, placing);
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What is promised; where the disk is full, the error names the target. */
async function onDisk<Result>(target: string, promised: Promise<Result>): Promise<Result> {
  try {
    return await promised;
  } catch (error) {
    throw nameFullDisk(error, [target]);
  }
}

/** The same as `assertFree`, where another build may have ended since it was asked what is ours. */
function assertStillFree(target: string, path: string, ours: ReadonlySet<string>): void {
  try {
    assertFree(target, path, ours);
  } catch {
    assertFree(target, path, listOurs(readLastBuild(target)));
  }
}

type ListedFile = LastBuild["artifacts"][number];

function listDoomed(last: LastBuild | undefined, name: string): string[] {
  const files = last?.artifacts ?? [];
  const doomed = last?.name === name ? files.filter(({ edition }) => edition === undefined) : files;
  return doomed.map(({ path }) => path);
}

/** Only the files that are still there with the bytes that were written: others must not be listed as ours. */
async function keepWhole(target: string, files: readonly ListedFile[]): Promise<Written[]> {
  const kept: Written[] = [];
  for (const { edition = "", ...file } of files) {
    if (!isFile(target, file.path)) continue;
    if ((await hashOf(join(target, file.path))) === file.sha256) kept.push({ ...file, edition });
  }
  return kept;
}

// Smaller files are read once, both to copy them and to hash them: with thousands of small files most of the time goes
// into opening them.
const LONG = 1_000_000;

async function put(content: Artifact["content"], to: string): Promise<Pick<Written, "bytes" | "sha256">> {
  const bytes = content instanceof Uint8Array ? content.length : (await stat(content.file)).size;
  if (content instanceof Uint8Array || bytes < LONG) {
    const whole = content instanceof Uint8Array ? content : await readFile(content.file);
    await writeFile(to, whole);
    return { bytes: whole.length, sha256: createHash("sha256").update(whole).digest("hex") };
  }
  await copyFile(content.file, to, constants.COPYFILE_FICLONE);
  return { bytes, sha256: await hashOf(to) };
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}
