import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./editions.js";

/** What a run of the command line left behind. */
export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  cwd: string;
  env?: Record<string, string>;
  /** The command line of another copy of the program. */
  cli?: string;
  /** Nobody reads what is printed. */
  deaf?: boolean;
  /** Called with what is on standard error so far, whenever there is more. */
  onProgress?: (stderr: string, child: ChildProcessWithoutNullStreams) => void;
}

/** Runs `pattern-press` with arguments, as `compile.ts` built it. */
export function program(
  args: readonly string[],
  { cwd, env = {}, cli = join(ROOT, "dist/cli.js"), deaf = false, onProgress }: RunOptions,
): Promise<Run> {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...process.env, NO_COLOR: "1", ...env } });
  if (deaf) child.stdout.destroy();
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    onProgress?.(stderr, child);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
}
