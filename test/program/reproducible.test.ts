import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { program } from "../support/program.js";

const folder = temporaryFolder();
/** A cold build of part of our library in a folder of its own; its checksums. */
async function checksums(name: string, env: Record<string, string>, jobs: string): Promise<string> {
  const cwd = join(folder, name);
  mkdirSync(cwd);
  cpSync(join(ROOT, "book.yaml"), join(cwd, "book.yaml"));
  cpSync(join(ROOT, "patterns"), join(cwd, "patterns"), { recursive: true });
  // Files written in another order are listed in another order on some file systems.
  if (jobs === "1")
    for (const file of readdirSync(join(cwd, "patterns")).reverse()) rewrite(join(cwd, "patterns", file));
  const select = "slug=nested-enterprises,rotating-water-turns,consent-decision-making,clear-boundaries";
  const { status, stderr } = await program(["build", "--quiet", "--jobs", jobs, "--select", select], { cwd, env });
  expect(status, stderr).toBe(0);
  return readFileSync(join(cwd, "output/SHA256SUMS"), "utf8");
}

function rewrite(path: string): void {
  renameSync(path, `${path}.moved`);
  renameSync(`${path}.moved`, path);
}

test("two builds with one SOURCE_DATE_EPOCH are the same, whatever the folder, the time zone and the cores", async () => {
  const first = await checksums("here", { SOURCE_DATE_EPOCH: "1750000000", TZ: "UTC" }, "2");
  const second = await checksums("elsewhere", { SOURCE_DATE_EPOCH: "1750000000", TZ: "Pacific/Auckland" }, "1");
  expect(first.split("\n").length).toBeGreaterThan(6);
  expect(second).toBe(first);
});
