import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../src/browser/launch.js";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { asUser, copyRepository, type Ended, ordinaryUser, reachesRegistry, type User } from "../support/npm.js";

const folder = temporaryFolder();
const clone = join(folder, "clone");
const isReached = reachesRegistry();
const hasBrowser = await findBrowser().then(
  () => true,
  () => false,
);

/** The package as `npm pack` of a clone makes it. */
let tarball = "";

beforeAll(() => {
  copyRepository(clone);
  // The tests begin with the program compiled: where the clone would compile it, it takes that. test/conformance compiles.
  const compiler = join(clone, "node_modules/typescript/bin");
  mkdirSync(compiler, { recursive: true });
  const dist = JSON.stringify(join(ROOT, "dist"));
  const expected = JSON.stringify(["-p", "tsconfig.build.json"]);
  const script = `require("node:assert").deepEqual(process.argv.slice(2), ${expected}); require("node:fs").cpSync(${dist}, "dist", { recursive: true });\n`;
  writeFileSync(join(compiler, "tsc"), script);
  const name = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: clone,
    encoding: "utf8",
  });
  tarball = join(folder, name.trim());
  // A temporary folder is its maker's alone.
  chmodSync(folder, 0o755);
});

const read = (path: string): string => execFileSync("tar", ["xzOf", tarball, `package/${path}`], { encoding: "utf8" });

describe("the package", () => {
  it("holds the program compiled, what it reads, and nothing of its making", () => {
    const files = execFileSync("tar", ["tzf", tarball], { encoding: "utf8" })
      .trim()
      .split("\n")
      .map((path) => path.replace(/^package\//, ""));
    for (const file of [
      "dist/cli.js",
      "dist/index.d.ts",
      "npm-shrinkwrap.json",
      "README.md",
      "LICENSE",
      "starter/book.yaml",
      "schemas/book.json",
      "workflows/github.yml",
    ]) {
      expect(files).toContain(file);
    }
    for (const folder of ["templates", "dialects", "patterns"]) {
      expect(files.filter((path) => path.startsWith(`${folder}/`)).length).toBe(
        readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
          .length,
      );
    }
    expect(files.filter((path) => /^(src|test|bench|docs|node_modules|\.)|\.map$|tsbuildinfo/.test(path))).toEqual([]);
  });

  it("pins everything that it brings, and none of the tools that it was made with", () => {
    const { packages } = JSON.parse(read("npm-shrinkwrap.json"));
    const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")).packages;
    const { dependencies } = JSON.parse(read("package.json"));
    expect(packages[""].dependencies).toEqual(dependencies);
    expect(packages[""]).not.toHaveProperty("devDependencies");
    for (const name of Object.keys(dependencies)) {
      expect(packages[`node_modules/${name}`]).toEqual(lock[`node_modules/${name}`]);
    }
    expect(packages).not.toHaveProperty("node_modules/vitest");
    for (const entry of Object.values<{ integrity?: string }>(packages).slice(1))
      expect(entry.integrity).toMatch(/^sha512-/);
  });

  it("is as large as the README says", () => {
    const [, megabytes] = /The package has ([\d.]+) MB/.exec(read("README.md")) ?? [];
    expect(Number(megabytes)).toBeCloseTo(statSync(tarball).size / 1e6, 0);
  });

  it("leaves nothing in the clone that would take the place of its lock file", () => {
    expect(existsSync(join(clone, "npm-shrinkwrap.json"))).toBe(false);
  });

  it("drives a browser of the version that puppeteer, which may fail to be installed, fetches", () => {
    const { dependencies, optionalDependencies } = JSON.parse(read("package.json"));
    expect(optionalDependencies.puppeteer).toBe(dependencies["puppeteer-core"]);
    expect(dependencies).not.toHaveProperty("puppeteer");
  });
});

describe.skipIf(!isReached)("installed by an ordinary user in an empty folder (needs a registry)", () => {
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
