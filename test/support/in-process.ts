import { format } from "node:util";
import { vi } from "vitest";
import { run } from "../../src/commands/run.js";
import type { Run, RunOptions } from "./program.js";

/**
 * Runs a command in the process of the tests, from its sources: what `program` does, without the second that it takes to
 * start. One at a time: it changes folder, environment and output of the whole process, and puts them back. Give `--jobs 1`,
 * for threads load compiled files.
 */
export async function inProcess(
  args: readonly string[],
  { cwd, env = {} }: Pick<RunOptions, "cwd" | "env">,
): Promise<Run> {
  const said = { stdout: "", stderr: "" };
  const listen = (stream: keyof typeof said, methods: readonly ("log" | "warn" | "error")[]): void => {
    vi.spyOn(process[stream], "write").mockImplementation((text) => {
      said[stream] += String(text);
      return true;
    });
    for (const method of methods)
      vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
        said[stream] += `${format(...words)}\n`;
      });
  };
  const before = process.cwd();
  for (const [name, value] of Object.entries({ NO_COLOR: "1", ...env })) vi.stubEnv(name, value);
  listen("stdout", ["log"]);
  listen("stderr", ["warn", "error"]);
  process.chdir(cwd);
  try {
    const status = await run([process.execPath, "pattern-press", ...args], new AbortController().signal);
    return { status, ...said };
  } finally {
    process.chdir(before);
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  }
}
