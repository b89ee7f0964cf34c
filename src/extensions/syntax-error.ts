import { spawnSync } from "node:child_process";

/** The first of some modules in which node finds a mistake of syntax, with its line: an import's error names neither. */
export function findSyntaxError(files: readonly string[]): string | undefined {
  for (const file of files) {
    const { status, stderr } = spawnSync(process.execPath, ["--check", file], { encoding: "utf8" });
    const [place = ""] = stderr.split("\n");
    if (status !== 0 && place.startsWith(`${file}:`)) return place;
  }
  return undefined;
}
