import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { constants, copyFile, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Artifact } from "../formats/format.js";
import { clearAtOnce, openFolders } from "../workplace/folders.js";
import { assertFree, exchange, isFile, listOurs } from "./exchange.js";
import { listForeign } from "./foreign.js";
import { CHECKSUMS, type LastBuild, MANIFEST, readLastBuild } from "./last-build.js";
import { clearLeftovers, openStagingFolder } from "./leftovers.js";
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

/** A folder beside the target from which everything is moved there when everything is in it. */
export interface Staging {
  /** What the last build in the target says of itself. */
  last: LastBuild | undefined;
  /** Files of the last build that go, whatever this one makes: they are of another library, or of editions unknown. */
  doomed: readonly string[];
  add(artifact: Artifact, edition: string): Promise<Written>;
  /** Those files of the last build that stay: of other editions of the same library, and still as it wrote them. */
  keep(): Promise<Written[]>;
  /**
   * Puts everything in the target's place, with a manifest and checksums; only what the last build listed goes.
   * @param files all that the manifest lists: what was added, and what is kept
   */
  commit(files: readonly Written[], lists: { manifest: object; checksums: string }): Promise<Placed>;
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
}

/** @throws OutputError where the target cannot be used */
export async function openStaging({ out, source, name, editions, signal }: StagingOptions): Promise<Staging> {
  const target = locateTarget(out, source);
  await mkdir(dirname(target), { recursive: true });
  clearLeftovers(target);
  const last = readLastBuild(target);
  for (const list of [MANIFEST, CHECKSUMS]) assertFree(target, list, listOurs(last));
  const folder = openStagingFolder(target);
  const fresh = join(folder, "new");
  const staysIn = (build: LastBuild | undefined): ListedFile[] =>
    build?.name === name
      ? build.artifacts.filter(({ edition }) => edition !== undefined && !editions.includes(edition))
      : [];
  const makeFolder = openFolders();
  const added: string[] = [];
  signal?.addEventListener("abort", () => clearAtOnce(folder));
  const write = async ({ path, mediaType, content }: Artifact, edition: string): Promise<Written> => {
    assertFree(target, path, listOurs(last));
    const to = join(fresh, path);
    await makeFolder(dirname(to));
    added.push(path);
    return { path, mediaType, ...(await put(content, to)), edition };
  };
  return {
    last,
    doomed: listDoomed(last, name),
    add: write,
    keep: () => keepWhole(target, staysIn(readLastBuild(target))),
    async commit(files, { manifest, checksums }) {
      await makeFolder(fresh);
      await writeFile(join(fresh, CHECKSUMS), checksums);
      await writeFile(join(fresh, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
      // Another build may have ended meanwhile.
      const before = readLastBuild(target);
      const paths = [...added, CHECKSUMS, MANIFEST];
      const stays = new Set(staysIn(before).map(({ path }) => path));
      for (const path of paths) stays.delete(path);
      const removed = exchange({
        fresh,
        old: join(folder, "old"),
        out: target,
        paths,
        stays,
        last: before,
        manifest: { ...manifest, artifacts: files },
      });
      return { removed, foreign: listForeign(target, new Set([...paths, ...files.map(({ path }) => path)])) };
    },
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

type ListedFile = LastBuild["artifacts"][number];

function listDoomed(last: LastBuild | undefined, name: string): string[] {
  const files = last?.artifacts ?? [];
  const doomed = last?.name === name ? files.filter(({ edition }) => edition === undefined) : files;
  return doomed.map(({ path }) => path);
}

/** Those that are still there, with the bytes that were written: no list says of others that they are ours. */
async function keepWhole(target: string, files: readonly ListedFile[]): Promise<Written[]> {
  const kept: Written[] = [];
  for (const { edition = "", ...file } of files) {
    if (!isFile(target, file.path)) continue;
    if ((await hashOf(join(target, file.path))) === file.sha256) kept.push({ ...file, edition });
  }
  return kept;
}

// A file below it is read once, to be written and to be summed: of thousands of small ones most time goes into opening.
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
