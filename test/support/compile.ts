import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** Compiles the program where a source is newer than it: tests of the command line run what users run. */
export default function compile(): void {
  const built = modified("dist/.tsbuildinfo");
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).map((path) => `src/${path}`);
  if ([...sources, "tsconfig.json", "tsconfig.build.json"].every((path) => modified(path) <= built)) return;
  const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "-p", "tsconfig.build.json"], { cwd: ROOT, stdio: "inherit" });
}

/** Milliseconds; 0 for what is not there. */
function modified(path: string): number {
  const file = join(ROOT, path);
  return existsSync(file) ? statSync(file).mtimeMs : 0;
}
