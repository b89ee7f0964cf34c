import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdtempSync, renameSync } from "node:fs";
import { constants, copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Artifact } from "../formats/format.js";
import { clearAtOnce, openFolders } from "../workplace/folders.js";

/** A file as the manifest lists it. */
export interface Written {
  path: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/** The output folder cannot be replaced without losing what is not ours. Exit status 2. */
export class OutputError extends Error {}

/** A folder beside the target that takes its place when everything is in it. */
export interface Staging {
  folder: string;
  add(artifact: Artifact): Promise<Written>;
  /** Puts the staging folder in the target's place. */
  commit(): Promise<void>;
  /** Removes the staging folder; the target stays as it was. */
  discard(): Promise<void>;
}

// What may stand in a folder that a build replaces.
const HARMLESS = new Set([".gitkeep", ".gitignore", ".DS_Store"]);

/**
 * @param generator begins the `generator` of manifests that are ours
 * @param signal removes the staging folder when it is aborted
 */
export async function openStaging(target: string, generator: string, signal?: AbortSignal): Promise<Staging> {
  const out = resolve(target);
  await assertReplaceable(out, generator);
  await mkdir(dirname(out), { recursive: true });
  const folder = mkdtempSync(join(dirname(out), `.${basename(out)}-`));
  const makeFolder = openFolders();
  signal?.addEventListener("abort", () => clearAtOnce(folder));
  return {
    folder,
    add: (artifact) => add(folder, artifact, makeFolder),
    commit: () => swap(folder, out),
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

async function assertReplaceable(out: string, generator: string): Promise<void> {
  const entries = await readdir(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw new OutputError(`${out} cannot be used as the output folder: ${error.message}`);
  });
  if (entries.every((entry) => HARMLESS.has(entry))) return;
  const manifest = await readFile(join(out, "manifest.json"), "utf8").catch(() => "");
  if (manifest.includes(`"generator": "${generator.split(" ")[0] ?? generator}`)) return;
  throw new OutputError(
    `${out} holds files that are not ours (${entries.slice(0, 3).join(", ")} …) and would be replaced; ` +
      "name another folder with --out",
  );
}

async function add(
  folder: string,
  { path, mediaType, content }: Artifact,
  makeFolder: (path: string) => Promise<void>,
): Promise<Written> {
  const to = join(folder, path);
  await makeFolder(dirname(to));
  return { path, mediaType, ...(await put(content, to)) };
}

// A file below it is read once, to be written and to be summed: of thousands of small ones most time goes into opening.
const LONG = 1_000_000;

async function put(content: Artifact["content"], to: string): Promise<Pick<Written, "bytes" | "sha256">> {
  const hash = createHash("sha256");
  const bytes = content instanceof Uint8Array ? content.length : (await stat(content.file)).size;
  if (content instanceof Uint8Array || bytes < LONG) {
    const whole = content instanceof Uint8Array ? content : await readFile(content.file);
    await writeFile(to, whole);
    return { bytes: whole.length, sha256: hash.update(whole).digest("hex") };
  }
  await copyFile(content.file, to, constants.COPYFILE_FICLONE);
  for await (const chunk of createReadStream(to)) hash.update(chunk);
  return { bytes, sha256: hash.digest("hex") };
}

async function swap(folder: string, out: string): Promise<void> {
  const old = `${folder}-old`;
  const replaces = existsSync(out);
  if (replaces) {
    for (const name of await readdir(out)) {
      if (HARMLESS.has(name)) await copyFile(join(out, name), join(folder, name));
    }
  }
  // Both at once: a signal that came between them would leave no output at all.
  if (replaces) renameSync(out, old);
  try {
    renameSync(folder, out);
  } catch (error) {
    if (replaces) renameSync(old, out);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}
