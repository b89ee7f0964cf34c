import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, cpSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "./editions.js";

// nobody's, on every Unix; root becomes it, anybody else is an ordinary user already.
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

/** A home and an empty folder of an ordinary user, below `folder`. */
export interface User {
  cwd: string;
  home: string;
}

export function ordinaryUser(folder: string): User {
  const user = { cwd: join(folder, "empty"), home: join(folder, "home") };
  for (const path of [folder, user.cwd, user.home]) {
    mkdirSync(path, { recursive: true });
    if (isRoot) chownSync(path, NOBODY, NOBODY);
  }
  return user;
}

export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command as that user, with nothing of our own environment but where programs and the registry are. */
export function asUser(
  { cwd, home }: User,
  command: string,
  args: readonly string[],
  { at = ".", env: more = {} }: { at?: string; env?: Record<string, string> } = {},
): Ended {
  const env = { PATH: process.env.PATH ?? "", HOME: home, TMPDIR: home, NO_COLOR: "1", ...fromEnvironment(), ...more };
  const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  return spawnSync(command, args, { cwd: join(cwd, at), env, encoding: "utf8", maxBuffer: 1 << 26, ...identity });
}

/** How this machine reaches the registry; no browser is ever fetched. */
function fromEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(npm_config_(registry|cafile)|https?_proxy|no_proxy|node_extra_ca_certs|ssl_cert_file)$/i.test(name),
  );
  return { ...Object.fromEntries(kept.map(([name, value]) => [name, value ?? ""])), PUPPETEER_SKIP_DOWNLOAD: "1" };
}

/** Whether npm can fetch what it has not: without a registry nothing can be installed. */
export function reachesRegistry(): boolean {
  try {
    execFileSync("npm", ["view", "commander@14.0.3", "version", "--prefer-online", "--fetch-retries=0"], {
      stdio: "ignore",
    });
    return true;
  } catch {
    return false;
  }
}

/** Copies what is in the repository, or would be at the next commit, as a clone of it has it. */
export function copyRepository(folder: string): void {
  const list = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: ROOT });
  for (const path of list.toString().split("\0").filter(Boolean)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path));
  }
}
