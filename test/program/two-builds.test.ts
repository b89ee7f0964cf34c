import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder } from "../support/editions.js";
import { program, type Run } from "../support/program.js";

const cwd = temporaryFolder();
const held = join(cwd, "held");
const go = join(cwd, "go");

/** Loaded before a build: it stops when it has the output folder for itself, until `go` is there. */
const HOLD = `
  import files from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  const write = files.writeFileSync;
  files.writeFileSync = (path, ...rest) => {
    write(path, ...rest);
    if (!String(path).endsWith("-pattern-press-lock")) return;
    write(${JSON.stringify(held)}, String(process.pid));
    const moment = new Int32Array(new SharedArrayBuffer(4));
    while (!files.existsSync(${JSON.stringify(go)})) Atomics.wait(moment, 0, 0, 20);
  };
  syncBuiltinESMExports();
`;

beforeEach(() => {
  for (const path of [held, go, join(cwd, "out")]) rmSync(path, { recursive: true, force: true });
  mkdirSync(join(cwd, "patterns"), { recursive: true });
  writeFileSync(join(cwd, "patterns/oven.md"), "---\nslug: oven\ntitle: The oven\n---\n\n## Solution\n\nBake.\n");
  writeFileSync(join(cwd, "hold.mjs"), HOLD);
});

function build(format: string, options: Partial<Parameters<typeof program>[1]> = {}): Promise<Run> {
  return program(["build", "patterns", "--out", "out", "--format", format, "--no-cache", "--jobs", "1"], {
    cwd,
    ...options,
  });
}

/** A build that has the folder for itself, and stays at it. */
async function startFirst(format: string): Promise<{ ended: Promise<Run> }> {
  const ended = build(format, { env: { NODE_OPTIONS: `--import=${join(cwd, "hold.mjs")}` } });
  while (!existsSync(held)) await wait(20);
  return { ended };
}

function expectWhole(editions: readonly string[]): void {
  const manifest = JSON.parse(readFileSync(join(cwd, "out/manifest.json"), "utf8"));
  expect(manifest.editions.map(({ name }: { name: string }) => name)).toEqual(editions);
  for (const line of readFileSync(join(cwd, "out/SHA256SUMS"), "utf8").trimEnd().split("\n")) {
    const [sum, path = ""] = line.split("  ");
    const bytes = readFileSync(join(cwd, "out", path));
    expect(createHash("sha256").update(bytes).digest("hex"), path).toBe(sum);
  }
  expect(readdirSync(cwd).filter((name) => name.includes("pattern-press"))).toEqual([]);
}

describe("two processes that build into one folder", () => {
  it("come one after the other: the second says that it waits, and both editions stand", async () => {
    const first = await startFirst("jsonld");
    const second = await build("docx", {
      onProgress(told) {
        if (told.includes("waiting for another build that ends in out")) writeFileSync(go, "");
      },
    });
    expect([(await first.ended).status, second.status], second.stderr).toEqual([0, 0]);
    expect(second.stderr.match(/waiting for another build/g)).toHaveLength(1);
    expectWhole(["docx", "jsonld"]);
  });

  it("do not wait for one that is killed in the middle: the second takes its place", async () => {
    const first = await startFirst("jsonld");
    const second = await build("jsonld", {
      onProgress(told) {
        if (told.includes("waiting for another build")) process.kill(Number(readFileSync(held, "utf8")), "SIGKILL");
      },
    });
    expect((await first.ended).status).toBe(null);
    expect(second.status, second.stderr).toBe(0);
    await build("jsonld");
    expectWhole(["jsonld"]);
  });
});
