import { dirname, isAbsolute, relative, sep } from "node:path";
import { watch } from "chokidar";

/** Something happened to a file that a build reads. */
export interface Change {
  /** Absolute. */
  path: string;
  how: "added" | "changed" | "removed";
}

export interface WatchedFiles {
  /** Folders, with all that is in them but what is hidden. Absolute, as all paths here. */
  folders: readonly string[];
  files: readonly string[];
  /** What a build itself writes: below these, or beginning with them. */
  written: readonly string[];
}

/** Ends the watching. */
export type Unwatch = () => Promise<void>;

// Hidden folders and those of packages hold no patterns; the other is what editors write beside a file while it is saved.
const UNREAD = /(?:^|[\\/])(?:\.[^\\/]+|node_modules)(?:[\\/]|$)|~$|\.(?:tmp|sw[a-z]|crdownload)$/i;

/**
 * Watches files, those that are not there yet too: each folder with all that is in it, each file by the folder that it lies
 * in, so that one that an editor puts in its place is seen. Resolves when everything that is there is known.
 * @param onError told once where files cannot be watched: there are too many for the system, say
 */
export async function watchFiles(
  { folders, files, written }: WatchedFiles,
  onChange: (change: Change) => void,
  onError: (error: Error) => void,
): Promise<Unwatch> {
  const isWritten = (path: string): boolean => written.some((own) => path === own || path.startsWith(own));
  // A folder that is not there yet is seen where it comes.
  const single = new Set([...files, ...folders]);
  const parents = [...new Set([...single].map((path) => dirname(path)))];
  const deep = watch([...folders], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => isWritten(path) || folders.every((folder) => !isShown(folder, path)),
  });
  const shallow = watch(parents, {
    ignoreInitial: true,
    followSymlinks: false,
    depth: 0,
    ignored: (path) => !single.has(path) && !parents.includes(path),
  });
  const watchers = [deep, shallow];
  for (const watcher of watchers) {
    watcher.on("all", (event, path) => {
      const how = HOW[event];
      if (how !== undefined && (watcher === deep || single.has(path))) onChange({ path, how });
    });
    watcher.on("error", (error) => onError(error instanceof Error ? error : new Error(String(error))));
  }
  await Promise.all(watchers.map((watcher) => new Promise<void>((resolve) => watcher.once("ready", resolve))));
  return async () => void (await Promise.all(watchers.map((watcher) => watcher.close())));
}

const HOW: Readonly<Record<string, Change["how"]>> = {
  add: "added",
  change: "changed",
  unlink: "removed",
  addDir: "added",
  unlinkDir: "removed",
};

function isShown(folder: string, path: string): boolean {
  const way = relative(folder, path);
  if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way)) return false;
  return way === "" || !UNREAD.test(way);
}
