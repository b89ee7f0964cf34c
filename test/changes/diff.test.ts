import { cpSync, existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/editions.js";
import { program } from "../support/program.js";

const cwd = temporaryFolder();
const env = { SOURCE_DATE_EPOCH: "1750000000" };
const run = (...args: string[]) => program(args, { cwd, env });
const build = (out: string, ...more: string[]) =>
  run("build", "library", "--format", "jsonld", "--out", out, "--quiet", ...more);

function write(name: string, head: string, text: string): void {
  mkdirSync(join(cwd, "library"), { recursive: true });
  writeFileSync(join(cwd, `library/${name}.md`), `---\n${head}\n---\n# ${text}`);
}

beforeAll(async () => {
  write("ditch", "id: d1\ntitle: Ditch", "Context\n\nWater runs down the field after rain.\n");
  write("mill", "id: m1\ntitle: Mill\nrelated: [ditch]", "Context\n\nA wheel turns.\n");
  expect((await build("old")).status).toBe(0);
  write("ditch", "id: d1\ntitle: Field Ditch\nslug: field-ditch", "Context\n\nWater runs slowly down after rain.\n");
  write("sluice", "id: s1\ntitle: Sluice\nenables: [m1]", "Solution\n\nA gate of oak.\n");
  expect((await build("new", "--since", "old")).status).toBe(0);
});

describe("diff", () => {
  it("says of two outputs what build --since writes into the later one", async () => {
    const { stdout, status } = await run("diff", "old", "new", "--reporter", "markdown");
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync(join(cwd, "new/CHANGES.md"), "utf8"));
    expect(stdout).toContain("Sluice");
    expect(stdout).toContain("Ditch → Field Ditch; slug ditch → field-ditch");
    expect(stdout).toContain("1 word more, 2 words gone");
  });

  it("says the same as JSON, and the dataset has it a line each", async () => {
    const { stdout } = await run("diff", "old", "new", "--json");
    const lines = readFileSync(join(cwd, "new/dataset/changes.jsonl"), "utf8").trim().split("\n");
    const told = lines.map((line) => {
      const { iri, ...change } = JSON.parse(line);
      expect(iri).toContain(":");
      return change;
    });
    expect(told).toEqual(JSON.parse(stdout).changes);
    expect(readFileSync(join(cwd, "new/dataset/SHA256SUMS"), "utf8")).toContain("changes.jsonl");
  });

  it("takes manifests alone, and says what these do not tell", async () => {
    for (const name of ["old", "new"]) cpSync(join(cwd, name, "manifest.json"), join(cwd, `${name}.json`));
    const { stdout } = await run("diff", "old.json", "new.json");
    expect(stdout).toContain("Field Ditch: the file is another");
    expect(stdout).toContain("Relations were not compared");
  });

  it("takes a dataset that breaks off for none", async () => {
    cpSync(join(cwd, "old"), join(cwd, "cut"), { recursive: true });
    for (const name of ["patterns.jsonl", "patterns.jsonl.gz"]) {
      const file = join(cwd, "cut/dataset", name);
      if (existsSync(file)) truncateSync(file, 200);
    }
    expect((await run("diff", "cut", "new")).stdout).toContain("Words and fields were not compared");
  });

  it.each([
    ["library", "the folder has no manifest.json"],
    ["nowhere", "there is no such folder or file"],
    ["library/mill.md", "is no manifest of pattern-press"],
  ])("says of %s that it is no edition, with status 2", async (name, words) => {
    for (const args of [
      ["diff", name, "new"],
      ["build", "library", "--since", name],
    ]) {
      const { status, stderr } = await run(...args);
      expect([status, stderr.includes(words)]).toEqual([2, true]);
    }
  });
});

describe("CHANGES.md", () => {
  it("may tell of the output that it comes to lie in, and goes with a build that tells of none", async () => {
    expect((await build("new", "--since", "new")).status).toBe(0);
    expect(readFileSync(join(cwd, "new/CHANGES.md"), "utf8")).toContain("Nothing that was compared has changed.");
    expect((await build("new")).status).toBe(0);
    expect(existsSync(join(cwd, "new/CHANGES.md"))).toBe(false);
    expect(existsSync(join(cwd, "new/dataset/changes.jsonl"))).toBe(false);
  });
});
