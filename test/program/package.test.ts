import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { copyRepository } from "../support/npm.js";

const folder = temporaryFolder();
const clone = join(folder, "clone");

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
