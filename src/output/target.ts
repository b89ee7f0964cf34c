import { lstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

/** The output folder cannot be used without losing files that are not ours. Exit status 2. */
export class OutputError extends Error {}

/**
 * The folder that an output path leads to, links followed, whether it is there yet or not.
 * @throws OutputError where it lies in the folder of the sources: what is written there would be read as their part; where
 *   a file has its name, or a link that leads nowhere
 */
export function locateTarget(out: string, source: string): string {
  const target = follow(resolve(out));
  const there = statSync(target, { throwIfNoEntry: false });
  const isLink = lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink();
  if (there ? !there.isDirectory() : isLink) {
    const what = there ? "a file" : "a link that leads nowhere";
    throw new OutputError(`${out} is ${what}; name a folder with --out, or one that is not there yet`);
  }
  const way = relative(follow(resolve(source)), target);
  if (way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way))) {
    throw new OutputError(
      `${out} lies in the folder of the patterns, ${source}; name a folder outside of it with --out, such as ${suggest(source)}`,
    );
  }
  return target;
}

function suggest(source: string): string {
  const folder = resolve(source);
  return relative(process.cwd(), join(dirname(folder), `${basename(folder)}-output`));
}

/** The path with its links followed as far as it is there. */
function follow(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(follow(above), basename(path));
  }
}
