import { readdirSync } from "node:fs";
import { join } from "node:path";

// Files of operating systems, and those that keep an empty folder in a repository: they are not worth listing.
const UNTOLD = new Set([".gitkeep", ".gitignore", ".DS_Store"]);

/**
 * What lies in the output and is not ours: files, and folders in which nothing is, by their paths; a folder ends with `/`.
 * @param ours every path of ours
 */
export function listForeign(out: string, ours: ReadonlySet<string>): string[] {
  const folders = new Set([...ours].flatMap((path) => foldersOf(path)));
  const list = (folder: string): string[] =>
    readdirSync(join(out, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return folders.has(path) ? list(path) : [`${path}/`];
      return ours.has(path) || UNTOLD.has(entry.name) ? [] : [path];
    });
  return list("").sort();
}

function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}
