import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { programRepository } from "../../src/machine/version.js";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { program } from "../support/program.js";

const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" }).split("\0").filter(Boolean);

describe("where the project is at home", () => {
  it("is an owner and a name, by package.json", () => {
    expect(programRepository()).toMatch(/^[\w.-]+\/[\w.-]+$/);
    const { homepage, bugs } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    // npm derives both.
    expect([homepage, bugs]).toEqual([undefined, undefined]);
  });

  it("stands nowhere else but in pages that make docs writes it into", () => {
    const naming = tracked.filter(
      (path) =>
        !/\.(png|jpg|woff2?|ttf|otf|icc|docx|pdf|epub|zip)$/.test(path) &&
        existsSync(join(ROOT, path)) &&
        readFileSync(join(ROOT, path), "utf8").includes(programRepository()),
    );
    expect(naming.filter((path) => !/^(README\.md|package\.json|docs\/[\w-]+\.md)$/.test(path))).toEqual([]);
  });

  it("is where the workflows of init find the program", async () => {
    const folder = temporaryFolder();
    const { status, stderr } = await program(["init", "a", "--github", "--gitlab"], { cwd: folder });
    expect(status, stderr).toBe(0);
    const github = readFileSync(join(folder, "a/.github/workflows/patterns.yml"), "utf8");
    const steps = Object.values<{ steps: { uses?: string }[] }>(parse(github).jobs).flatMap(({ steps }) => steps);
    const used = steps.flatMap(({ uses = "actions/" }) => (uses.startsWith("actions/") ? [] : [uses.split("@")[0]]));
    expect(used).toEqual([programRepository(), programRepository()]);
    const gitlab = readFileSync(join(folder, "a/.gitlab-ci.yml"), "utf8");
    expect(gitlab).toContain(`github:${programRepository()}#v`);
    expect(github + gitlab).not.toMatch(/REPOSITORY|VERSION_TAG|DIRECTORY(?!\/)/);
  });
});
