import { existsSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";

/** Why a path is none of a file in a folder. */
export type Refusal = { found: string; expected: string };

const A_MODULE = "the path of an .mjs or .js file in the folder of the configuration, such as ./mine.mjs";

/**
 * The file that an entry of `extend` names.
 * @param folder the configuration's
 * @returns its real path; or why it is not loaded
 */
export function locateModule(folder: string, written: string): string | Refusal {
  if (isAbsolute(written) || /^[a-z][a-z\d+.-]*:/i.test(written)) {
    return { found: "an absolute address", expected: A_MODULE };
  }
  if (written.split(/[\\/]/).includes("..")) return { found: "a path with .. in it", expected: A_MODULE };
  const path = join(folder, written);
  if (!existsSync(path)) return { found: "no such file", expected: A_MODULE };
  if (!isWithin(folder, path)) {
    return { found: "a link that leads out of the folder of the configuration", expected: "a file that lies in it" };
  }
  if (!statSync(path).isFile()) return { found: "a folder", expected: A_MODULE };
  if (!/\.m?js$/.test(written)) return { found: "no module of JavaScript", expected: A_MODULE };
  return realpathSync(path);
}

/** Whether a path that is there lies in a folder, links followed. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(path));
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
