import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT, temporaryFolder } from "../support/editions.js";
import { readFiles } from "../support/folders.js";
import { program } from "../support/program.js";

const cwd = temporaryFolder();
const small = join(ROOT, "starter/patterns");
const large = join(ROOT, "patterns");

describe("a build that cannot be finished", () => {
  const out = join(cwd, "out");
  let before: Map<string, string>;

  beforeAll(async () => {
    expect((await program(["build", small, "--out", "out", "--format", "docx"], { cwd })).status).toBe(0);
    before = await readFiles(out);
  });

  async function expectLastOutput(): Promise<void> {
    expect(await readFiles(out)).toEqual(before);
    expect((await readdir(cwd)).filter((name) => name.startsWith(".out"))).toEqual([]);
    expect((await readdir(join(cwd, ".cache/pattern-press"))).filter((name) => name.startsWith("run-"))).toEqual([]);
  }

  it("for want of a browser: status 3, what to do, and the last output whole", async () => {
    const env = { PUPPETEER_EXECUTABLE_PATH: join(cwd, "no-browser") };
    const { status, stderr } = await program(["build", small, "--out", "out", "--format", "pdf"], { cwd, env });
    expect(stderr).toContain("no-browser, which does not exist; correct or unset it");
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(3);
    await expectLastOutput();
  });

  it("because what is named as a browser is none: status 3, and the last output whole", async () => {
    const env = { PUPPETEER_EXECUTABLE_PATH: await script("not-a-browser", "exit 1") };
    const { status, stderr } = await program(["build", small, "--out", "out", "--format", "pdf"], { cwd, env });
    expect(stderr).toMatch(/not-a-browser did not start/);
    expect(status).toBe(3);
    await expectLastOutput();
  });

  it.each([
    ["something fails that nobody waits for", 'Promise.reject(new Error("lost"))', /^lost\n.*fault of pattern-press/ms],
    ["it waits for what never comes", "new Promise(() => {})", /never come\n.*fault of pattern-press/ms],
  ])("because %s: status 3, what to do, and the last output whole", async (_, work, told) => {
    const preload = join(cwd, "preload.mjs");
    await writeFile(preload, sabotage(work));
    const env = { NODE_OPTIONS: `--import=${preload}` };
    const { status, stderr } = await program(["build", small, "--out", "out", "--format", "docx"], { cwd, env });
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(3);
    await expectLastOutput();
  });

  async function script(name: string, lines: string): Promise<string> {
    const path = join(cwd, name);
    await writeFile(path, `#!/bin/sh\n${lines}\n`);
    await chmod(path, 0o755);
    return path;
  }
});

describe("a limit of the system", () => {
  it.each([
    ["of open files", "ulimit -n 64", large, /^Too few files may be open at once/m],
    ["of the size of a file", "ulimit -f 8", small, /EFBIG.*\n.*ulimit -f/],
    ["of what TMPDIR names", "export TMPDIR=/nowhere/at/all", small, /^\/nowhere\/at\/all, .* TMPDIR$/m],
  ])("%s gives status 3 and what to do, in words of its own", async (_, limit, source, told) => {
    const args = `build "${source}" --out few --format jsonld --no-cache`;
    const command = `${limit}; exec "${process.execPath}" "${join(ROOT, "dist/cli.js")}" ${args}`;
    const ended = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
      execFile("sh", ["-c", command], { cwd }, (error, _, stderr) => resolve({ code: error?.code, stderr }));
    });
    expect(ended.stderr).toMatch(told);
    expect(ended.stderr).not.toMatch(/\n\s+at |Cannot find|fault of pattern-press|report it/);
    expect(ended.code).toBe(3);
    expect(existsSync(join(cwd, "few"))).toBe(false);
  });
});

describe("a full disk", async () => {
  const disk = join(cwd, "disk");
  await mkdir(disk);
  // Room enough for the small library, not for the large one. Only root may mount it.
  const mounted = succeeds("mount", ["-t", "tmpfs", "-o", "size=2m", "pattern-press-test", disk]);
  afterAll(() => mounted && succeeds("umount", [disk]));

  it.skipIf(!mounted)("gives status 3 and what to do, and leaves the last output whole", async () => {
    const out = join(disk, "out");
    expect((await program(["build", small, "--out", out, "--format", "jsonld"], { cwd })).status).toBe(0);
    const before = await readFiles(out);
    const { status, stderr } = await program(["build", large, "--out", out, "--format", "jsonld"], { cwd });
    expect(stderr).toMatch(/ENOSPC.*\nThe disk is full\. Make room/);
    expect(stderr).toContain(disk);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(3);
    expect(await readFiles(out)).toEqual(before);
    expect(await readdir(disk)).toEqual(["out"]);
  });

  it.skipIf(!mounted)("gives the same where it is the cache that has no room", async () => {
    const folder = join(disk, "work");
    await mkdir(folder);
    const args = ["build", large, "--out", join(cwd, "elsewhere"), "--format", "jsonld", "--jobs", "2"];
    const { status, stderr } = await program(args, { cwd: folder });
    expect(stderr).toMatch(/ENOSPC[\s\S]*The disk is full/);
    expect(stderr).toContain(folder);
    expect(status).toBe(3);
    expect(existsSync(join(cwd, "elsewhere"))).toBe(false);
  });
});

/** A module that does `work` when the output's first file is to be written, and never writes it. */
function sabotage(work: string): string {
  return `
    import files from "node:fs/promises";
    import { syncBuiltinESMExports } from "node:module";
    const write = files.writeFile;
    files.writeFile = (path, ...rest) => {
      if (!String(path).includes("/.out-")) return write(path, ...rest);
      ${work};
      return new Promise(() => {});
    };
    syncBuiltinESMExports();
  `;
}

function succeeds(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
