import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/**
 * The folder that annotations count paths from: the workspace of the runner where that holds the path, else the nearest
 * repository around it, else the working directory.
 */
export function repositoryRoot(path: string, { GITHUB_WORKSPACE }: NodeJS.ProcessEnv = process.env): string {
  if (GITHUB_WORKSPACE && isWithin(GITHUB_WORKSPACE, path)) return resolve(GITHUB_WORKSPACE);
  for (let folder = resolve(path); dirname(folder) !== folder; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
  }
  return process.cwd();
}

/** A path as annotations have it: from the repository's root, with forward slashes; whole where it lies outside. */
export function pathInRepository(path: string, environment?: NodeJS.ProcessEnv): string {
  const root = repositoryRoot(path, environment);
  const way = relative(root, resolve(path));
  return (isWithin(root, path) ? way || "." : resolve(path)).split(sep).join("/");
}

function isWithin(root: string, path: string): boolean {
  const way = relative(resolve(root), resolve(path));
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
