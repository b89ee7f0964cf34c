import { copyFileSync, existsSync, lstatSync, mkdirSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CHECKSUMS, type LastBuild, MANIFEST } from "./last-build.js";
import { OutputError } from "./target.js";

export interface Exchange {
  /** Where everything new lies, as it shall lie in `out`. */
  fresh: string;
  /** Where what it replaces goes. */
  old: string;
  out: string;
  /** Paths of what is new. */
  paths: readonly string[];
  /** Paths of the last build that stay. */
  stays: ReadonlySet<string>;
  last: LastBuild | undefined;
  /** The new manifest. */
  manifest: { artifacts: readonly { path: string }[] };
}

/**
 * Puts what is new in the place of what the last build wrote; nothing else is touched. First the manifest comes to list
 * both, so that the build after one that was killed in the middle knows what is ours; the new one comes last. An error
 * undoes all of it. Without a pause: no signal can interrupt it.
 * @returns the paths of the last build that are gone, and nothing new in their place
 */
export function exchange({ fresh, old, out, paths, stays, last, manifest }: Exchange): string[] {
  const moved: [from: string, to: string][] = [];
  const move = (from: string, to: string): void => {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
    moved.push([from, to]);
  };
  const ours = listOurs(last);
  const isNew = new Set(paths);
  const given = [...ours].filter((path) => !stays.has(path) && isFile(out, path));
  const isFirst = !existsSync(out);
  try {
    mkdirSync(out, { recursive: true });
    announce({ fresh, old, out, last, manifest }, moved);
    for (const path of given) if (path !== MANIFEST) move(join(out, path), join(old, path));
    for (const path of paths) {
      if (path === MANIFEST) continue;
      assertFree(out, path, ours);
      move(join(fresh, path), join(out, path));
    }
    renameSync(join(fresh, MANIFEST), join(out, MANIFEST));
  } catch (error) {
    for (const [from, to] of moved.reverse()) {
      mkdirSync(dirname(from), { recursive: true });
      renameSync(to, from);
    }
    removeEmpty(out, paths);
    if (isFirst) removeEmpty(dirname(out), [`${basename(out)}/`]);
    throw error;
  }
  removeEmpty(out, given);
  return given.filter((path) => !isNew.has(path));
}

/** The manifest that lists both builds replaces the last one's in one step, so that there is always a manifest. */
function announce(
  { fresh, old, out, last, manifest }: Pick<Exchange, "fresh" | "old" | "out" | "last" | "manifest">,
  moved: [from: string, to: string][],
): void {
  const artifacts = [...manifest.artifacts, ...(last?.artifacts ?? [])];
  const [draft, before] = [join(fresh, `announced-${MANIFEST}`), join(old, MANIFEST)];
  writeFileSync(draft, JSON.stringify({ ...manifest, artifacts }));
  mkdirSync(old, { recursive: true });
  if (last) copyFileSync(join(out, MANIFEST), before);
  renameSync(draft, join(out, MANIFEST));
  moved.push(last ? [join(out, MANIFEST), before] : [draft, join(out, MANIFEST)]);
}

/** Every path that the last build lists, its lists among them. */
export function listOurs(last: LastBuild | undefined): ReadonlySet<string> {
  return new Set(last ? [...last.artifacts.map(({ path }) => path), CHECKSUMS, MANIFEST] : []);
}

/** @throws OutputError where something that is not ours stands at a path of ours */
export function assertFree(out: string, path: string, ours: ReadonlySet<string>): void {
  const parts = path.split("/");
  for (let depth = 1; depth <= parts.length; depth++) {
    const above = parts.slice(0, depth).join("/");
    const info = lstatSync(join(out, above), { throwIfNoEntry: false });
    if (!info) return;
    if (depth < parts.length ? info.isDirectory() : ours.has(above) && info.isFile()) continue;
    throw new OutputError(
      `${join(out, above)} is not from a build of ours, and ${path} would take its place; ` +
        "move it away, or name another folder with --out",
    );
  }
}

/** Whether a file lies at a path below `out`, under no link. */
export function isFile(out: string, path: string): boolean {
  const parts = path.split("/");
  // A manifest that somebody edited may name anything.
  if (parts.some((part) => part === "" || part === "." || part === "..")) return false;
  return parts.every((_, at) => {
    const info = lstatSync(join(out, ...parts.slice(0, at + 1)), { throwIfNoEntry: false });
    return at < parts.length - 1 ? info?.isDirectory() : info?.isFile();
  });
}

/** Removes the folders of these paths that have nothing in them, the deepest first. */
function removeEmpty(out: string, paths: readonly string[]): void {
  const folders = new Set(paths.flatMap((path) => foldersAbove(path)));
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    try {
      rmdirSync(join(out, folder));
    } catch {
      // It holds something still.
    }
  }
}

function foldersAbove(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}
