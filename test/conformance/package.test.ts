import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../src/browser/launch.js";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { asUser, copyRepository, type Ended, ordinaryUser, reachesRegistry, type User } from "../support/npm.js";

const git = (cwd: string, ...args: string[]) =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { cwd });

const folder = temporaryFolder();
const clone = join(folder, "clone");
/** The package as `npm pack` of a clone compiles and makes it. */
let tarball = "";
const isReached = reachesRegistry();
const hasBrowser = await findBrowser().then(
  () => true,
  () => false,
);

beforeAll(() => {
  if (!isReached) return;
  copyRepository(clone);
  const args = ["pack", "--silent", "--pack-destination", folder];
  tarball = join(folder, execFileSync("npm", args, { cwd: clone, encoding: "utf8" }).trim());
  // A temporary folder is its maker's alone.
  chmodSync(folder, 0o755);
});

describe.skipIf(!isReached)("by npm (skipped where no registry is reached)", () => {
  beforeAll(() => {
    git(clone, "init", "--quiet");
    git(clone, "add", ".");
    git(clone, "commit", "--quiet", "--message", "all");
    git(folder, "clone", "--quiet", "--bare", clone, "bare.git");
  });

  it("npx compiles the program of a repository, begins a library with it, checks it and builds it", () => {
    const user = ordinaryUser(join(folder, "from-git"));
    // A repository of somebody else's is not read unless that is wanted.
    asUser(user, "git", ["config", "--global", "safe.directory", "*"]);
    const npx = (args: readonly string[], at = ".") =>
      asUser(user, "npx", ["--yes", `git+file://${join(folder, "bare.git")}`, ...args], { at });
    const made = npx(["init", "my-patterns"]);
    expect(made.status, made.stderr).toBe(0);
    expect(made.stdout).toContain("Made a library in my-patterns");
    const checked = npx(["check"], "my-patterns");
    expect(checked.stdout, checked.stderr).toContain("Nothing to fix.");
    const built = npx(["build", "--format", "docx,jsonld"], "my-patterns");
    expect(built.status, built.stderr).toBe(0);
  });

  it("from a file, goes on without a browser where the network stops its download", () => {
    const user = ordinaryUser(join(folder, "blocked"));
    // Nobody listens there: a download is refused at once, as behind a proxy that lets npm's registry through and no more.
    const nobody = "http://127.0.0.1:9";
    const env = {
      PUPPETEER_SKIP_DOWNLOAD: "false",
      PUPPETEER_CHROME_DOWNLOAD_BASE_URL: nobody,
      PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL: nobody,
    };
    const installed = asUser(user, "npm", ["install", "--no-audit", "--no-fund", tarball], { env });
    expect(installed.status, installed.stderr).toBe(0);
    const made = asUser(user, "npx", ["pattern-press", "init", "lib"]);
    expect(made.status, made.stderr).toBe(0);
  });

  it("published, it brings every package as it is pinned", async () => {
    const upstream = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
    const registry = spawn(process.execPath, [join(ROOT, "test/support/registry.mjs"), tarball, upstream]);
    try {
      const [port] = await once(registry.stdout, "data");
      const user = ordinaryUser(join(folder, "published"));
      const from = ["--registry", `http://127.0.0.1:${String(port).trim()}/`, "pattern-press"];
      const installed = asUser(user, "npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...from]);
      expect(installed.status, installed.stderr).toBe(0);
      expect(installed.stderr).not.toContain("EBADENGINE");
      const own = join(user.cwd, "node_modules/pattern-press");
      const pins = JSON.parse(readFileSync(join(own, "npm-shrinkwrap.json"), "utf8")).packages;
      const versions = Object.fromEntries(listInstalled(own).map((path) => [path, versionOf(join(own, path))]));
      expect(Object.keys(versions).length).toBeGreaterThan(400);
      for (const [path, version] of Object.entries(versions)) expect(pins[path]?.version, path).toBe(version);
    } finally {
      registry.kill();
    }
  });
});

describe.skipIf(!isReached)("installed in an empty folder by an ordinary user (skipped without a registry)", () => {
  let user: User;
  let installed: Ended;
  const npx = (args: readonly string[], at = ".", env: Record<string, string> = {}) =>
    asUser(user, "npx", ["pattern-press", ...args], { at, env });

  beforeAll(() => {
    user = ordinaryUser(join(folder, "user"));
    installed = asUser(user, "npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", tarball]);
  });

  it("comes without a browser and without a tool", () => {
    expect(installed.status, installed.stderr).toBe(0);
    expect(existsSync(join(user.cwd, "node_modules/vitest"))).toBe(false);
    expect(existsSync(join(user.home, ".cache/puppeteer"))).toBe(false);
  });

  it("has types for who adds to it", () => {
    const text = `
      import type { Format, Rule } from "pattern-press";
      export const text: Format = { name: "text", async *render(library, context) {
        for (const pattern of library.patterns) {
          const { sections } = await library.body(pattern);
          const title: string = pattern.title;
          // @ts-expect-error a number is none
          const wrong: boolean = pattern.number;
          yield { path: title, mediaType: "text/plain", content: new TextEncoder().encode(sections.join() + wrong) };
        }
      } };
      export const rule: Rule = { id: "a-b", severity: "warning", summary: "A holds." };
    `;
    const file = join(user.cwd, "format.mts");
    writeFileSync(file, text);
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const args = [tsc, "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2023", file];
    const { status, stdout } = asUser(user, process.execPath, args);
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  it("begins a library, checks it and builds it", () => {
    const made = npx(["init", "my-patterns"]);
    expect(made.status, made.stderr).toBe(0);
    const checked = npx(["check"], "my-patterns");
    expect(checked.stdout).toContain("Nothing to fix.");
    expect(checked.status).toBe(0);
    const formats = hasBrowser ? [] : ["--format", "docx,jsonld"];
    const built = npx(["build", ...formats], "my-patterns");
    expect(built.status, built.stderr).toBe(0);
    const { artifacts } = JSON.parse(readFileSync(join(user.cwd, "my-patterns/output/manifest.json"), "utf8"));
    const paths = artifacts.map(({ path }: { path: string }) => path);
    expect(paths).toContain("dataset/index.html");
    if (hasBrowser) expect(paths).toEqual(expect.arrayContaining(["book/my-patterns.pdf", "epub/my-patterns.epub"]));
  });

  it.skipIf(!hasBrowser)("prints where the system allows a browser no sandbox", async () => {
    const browser = join(folder, "boxless");
    const says = "FATAL: No usable sandbox! If you are running on Ubuntu 23.10+ …";
    const script = `#!/bin/sh\ncase "$*" in *--no-sandbox*) exec ${await findBrowser()} "$@" ;; esac\necho '${says}' >&2\nexit 1\n`;
    writeFileSync(browser, script, { mode: 0o755 });
    const args = ["build", "--format", "pdf", "--no-cache"];
    const built = npx(args, "my-patterns", { PUPPETEER_EXECUTABLE_PATH: browser });
    expect(built.status, built.stderr).toBe(0);
  });
});

const versionOf = (folder: string): string => JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;

/** Every package below a folder, by the path that a lock file names it by. */
function listInstalled(folder: string, below = ""): string[] {
  const modules = join(below, "node_modules");
  if (!existsSync(join(folder, modules))) return [];
  const names = readdirSync(join(folder, modules)).flatMap((name) =>
    name.startsWith("@") ? readdirSync(join(folder, modules, name)).map((own) => `${name}/${own}`) : [name],
  );
  const packages = names
    .filter((name) => !name.startsWith("."))
    .map((name) => join(modules, name))
    .filter((path) => existsSync(join(folder, path, "package.json")));
  return packages.flatMap((path) => [path, ...listInstalled(folder, path)]);
}
