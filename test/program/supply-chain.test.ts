import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, temporaryFolder } from "../support/editions.js";

const folder = temporaryFolder();

/** Runs a script of `.ci` in a copy of what it reads, with packages more in the lock file. */
function run(script: string, name: string, more: Record<string, object> = {}, args: readonly string[] = []) {
  const cwd = join(folder, name);
  mkdirSync(cwd);
  for (const file of ["package.json", "package-lock.json", "CONTRIBUTING.md"])
    cpSync(join(ROOT, file), join(cwd, file));
  const lock = JSON.parse(readFileSync(join(cwd, "package-lock.json"), "utf8"));
  Object.assign(lock.packages, more);
  writeFileSync(join(cwd, "package-lock.json"), JSON.stringify(lock));
  return spawnSync(process.execPath, [join(ROOT, ".ci", script), ...args], { cwd, encoding: "utf8" });
}

describe("the licences of what a user installs", () => {
  it("are all on the list, or named with a reason", () => {
    const { status, stderr } = run("licences.mjs", "ours");
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it.each([
    ["another licence", { license: "AGPL-3.0-only" }, /mupdf: AGPL-3\.0-only/],
    ["one that comes with a good one", { license: "(MIT AND GPL-2.0-only)" }, /mupdf: \(MIT AND GPL-2\.0-only\)/],
    ["a choice that nobody has made", { license: "MIT OR GPL-2.0-only" }, /mupdf: MIT OR GPL-2\.0-only/],
    ["none", {}, /mupdf: none stated/],
    ["another licence on another system", { license: "GPL-3.0-only", optional: true, os: ["win32"] }, /mupdf: GPL-3/],
  ])("%s is found, deep in the tree too", (name, entry, told) => {
    const { status, stderr } = run("licences.mjs", name, { "node_modules/docx/node_modules/mupdf": entry });
    expect(stderr).toMatch(told);
    expect(status).toBe(1);
  });

  it("do not speak of tools that no user installs", () => {
    const entry = { license: "GPL-3.0-only", dev: true };
    expect(run("licences.mjs", "tool", { "node_modules/tool": entry }).status).toBe(0);
  });
});

it("the bill of materials is CycloneDX, and the same for the same lock file", () => {
  const bills = ["here", "elsewhere"].map((name) => {
    const { status, stderr } = run("sbom.mjs", name, {}, ["bill.json"]);
    expect(status, stderr).toBe(0);
    return readFileSync(join(folder, name, "bill.json"), "utf8");
  });
  expect(bills[1]).toBe(bills[0]);
  const { bomFormat, metadata, components } = JSON.parse(bills[0] ?? "");
  expect({ bomFormat, name: metadata.component.name }).toEqual({ bomFormat: "CycloneDX", name: "pattern-press" });
  const names = components.map(({ name }: { name: string }) => name);
  expect(names).toContain("remark-parse");
  expect(names).not.toContain("vitest");
});
