import { execFile } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";

// Milliseconds. A browser that starts after all says nothing.
const PATIENCE = 10_000;

/**
 * What a browser that does not start says on standard error: driven through a pipe it keeps that to itself.
 * @param folder for its profile; the caller removes it
 */
export async function hearLastWords(path: string, folder: string): Promise<string> {
  const profile = await mkdtemp(join(folder, "browser-"));
  const args = [
    "--headless",
    "--no-first-run",
    "--disable-gpu",
    `--user-data-dir=${profile}`,
    "--dump-dom",
    "about:blank",
  ];
  return new Promise((resolve) => {
    execFile(path, args, { timeout: PATIENCE, killSignal: "SIGKILL" }, (_, __, stderr) => resolve(stderr));
  });
}

/**
 * Whether the browser's sandbox cannot start on this machine: Ubuntu since 23.10, and many containers, allow it only to
 * root.
 */
export function lacksSandbox(words: string): boolean {
  return /no usable sandbox|setuid sandbox|failed to move to new namespace/i.test(words);
}

/** What to do about a library of the system that it lacks; undefined where it lacks none. */
export function describeLackingLibrary(words: string): string | undefined {
  const [lack] = /error while loading shared libraries:.*/.exec(words) ?? [];
  if (lack === undefined) return undefined;
  return (
    `${lack}; install the libraries that it needs (Debian: apt-get install chromium-headless-shell brings them), ` +
    "or another Chrome or Chromium"
  );
}
