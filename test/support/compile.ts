import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/**
 * Compiles the program where a source is newer than it: tests of the command line run what users run. Gives all tests a
 * temporary folder of their own, which is gone after the last with whatever a process that was killed left in it.
 */
export default function setUp(): () => void {
  compile();
  const folder = mkdtempSync(join(tmpdir(), "pattern-press-tests-"));
  // Some tests run as an ordinary user, who has to pass through.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

function compile(): void {
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
