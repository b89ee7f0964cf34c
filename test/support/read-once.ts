import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { promisify } from "node:util";

const run = promisify(execFile);

// To read a book takes poppler five seconds; what it says of one has up to eight megabytes.
const KEPT = 8;

const outputs = new Map<string, Promise<string>>();

/**
 * What a command says of a file, which is its last argument unless others follow: run once, and remembered for the tests that
 * ask the same of the same file. A file that was written anew is asked about anew.
 *
 * @throws what the command ends with where its status is not 0
 */
export function readOnce(
  command: string,
  options: readonly string[],
  file: string,
  ...rest: string[]
): Promise<string> {
  const { mtimeMs, size, ino } = statSync(file);
  const args = [...options, file, ...rest];
  const key = JSON.stringify([command, args, mtimeMs, size, ino]);
  const output = outputs.get(key) ?? run(command, args, { maxBuffer: 1 << 29 }).then(({ stdout }) => stdout);
  // What was asked for last is kept longest.
  outputs.delete(key);
  outputs.set(key, output);
  for (const oldest of [...outputs.keys()].slice(0, -KEPT)) outputs.delete(oldest);
  return output;
}
