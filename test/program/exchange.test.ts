import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { programName } from "../../src/machine/version.js";
import { assertFree, exchange, isFile, listOurs } from "../../src/output/exchange.js";
import type { LastBuild } from "../../src/output/last-build.js";
import { withLock } from "../../src/output/lock.js";
import { locateTarget, OutputError } from "../../src/output/target.js";
import { temporaryFolder } from "../support/editions.js";

const root = temporaryFolder();
let made = 0;

function folderOf(files: Readonly<Record<string, string>> = {}): string {
  const folder = join(root, String(++made));
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Every file below a folder with what is in it. */
function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

function buildOf(...paths: string[]): LastBuild {
  const artifacts = paths.map((path) => ({ path, mediaType: "text/plain", bytes: 1, sha256: "" }));
  return { name: "x", generator: `${programName()} 1`, editions: [], patterns: [], texts: [], packs: [], artifacts };
}

const OLD = { "manifest.json": "old", SHA256SUMS: "old", "a.txt": "old a", "deep/b.txt": "old b", "mine.txt": "mine" };
const NEW = { "manifest.json": "new", SHA256SUMS: "new", "a.txt": "new a", "deep/c.txt": "new c" };

function put(out: string, paths: readonly string[], stays: readonly string[] = []): string[] {
  const fresh = folderOf(NEW);
  return exchange({
    ...{ fresh, old: folderOf(), out, paths, stays: new Set(stays) },
    last: buildOf("a.txt", "deep/b.txt"),
    manifest: { artifacts: [{ path: "a.txt" }, { path: "deep/c.txt" }] },
  });
}

describe("what a build puts in the place of the last one's", () => {
  it("is all that it made; what the last one listed goes, and nothing else", () => {
    const out = folderOf(OLD);
    expect(put(out, Object.keys(NEW))).toEqual(["deep/b.txt"]);
    expect(filesOf(out)).toEqual({ ...NEW, "mine.txt": "mine" });
  });

  it("leaves what stays", () => {
    const out = folderOf(OLD);
    expect(put(out, Object.keys(NEW), ["deep/b.txt"])).toEqual([]);
    expect(filesOf(out)).toMatchObject({ "deep/b.txt": "old b", "deep/c.txt": "new c" });
  });

  it("is nothing at all where a file of somebody else's is in its way: every file is again what it was", () => {
    const out = folderOf({ ...OLD, "deep/c.txt": "theirs" });
    expect(() => put(out, Object.keys(NEW))).toThrow(OutputError);
    expect(filesOf(out)).toEqual({ ...OLD, "deep/c.txt": "theirs" });
  });

  it("is nothing at all where a file of its own is missing in the end", () => {
    const out = folderOf(OLD);
    expect(() => put(out, [...Object.keys(NEW), "a-new-folder/lost.txt"])).toThrow(/lost\.txt/);
    expect(filesOf(out)).toEqual(OLD);
    expect(existsSync(join(out, "a-new-folder"))).toBe(false);
  });
});

describe("a path in the output", () => {
  const out = folderOf({ "ours/a.txt": "a", "theirs.txt": "b" });
  symlinkSync(join(out, "ours"), join(out, "link"));

  it("is free where nothing stands, or a file of ours", () => {
    const ours = listOurs(buildOf("ours/a.txt"));
    for (const path of ["new.txt", "ours/new.txt", "new/deep/x.txt", "ours/a.txt"]) assertFree(out, path, ours);
    for (const path of ["theirs.txt", "theirs.txt/x", "ours", "link/new.txt"])
      expect(() => assertFree(out, path, ours), path).toThrow(OutputError);
  });

  it("is a file of the output where no step of it leads out or over a link", () => {
    const paths = [
      "ours/a.txt",
      "theirs.txt",
      "ours",
      "link/a.txt",
      "ours/../theirs.txt",
      "./theirs.txt",
      "ours//a.txt",
      "",
    ];
    expect(paths.filter((path) => isFile(out, path))).toEqual(["ours/a.txt", "theirs.txt"]);
  });
});

describe("the folder of the output", () => {
  it("is not the folder of the sources or in it, by whatever way", () => {
    const home = folderOf({ "patterns/a.md": "" });
    const source = join(home, "patterns");
    symlinkSync(source, join(home, "by-another-way"));
    for (const path of ["patterns", "patterns/out", "patterns/new/deep", "by-another-way/out"])
      expect(() => locateTarget(join(home, path), source), path).toThrow(OutputError);
    for (const path of ["out", "patterns-output", ".", "..hidden"])
      expect(locateTarget(join(home, path), source), path).toMatch(new RegExp(`^${root}`));
    expect(locateTarget(join(source, ".."), source)).toBe(home);
  });

  it("is no file and no link that leads nowhere", () => {
    const home = folderOf({ "patterns/a.md": "", "notes.txt": "" });
    symlinkSync(join(home, "gone"), join(home, "dangling"));
    for (const [path, what] of [
      ["notes.txt", "a file"],
      ["dangling", "a link that leads nowhere"],
    ] as const)
      expect(() => locateTarget(join(home, path), join(home, "patterns")), path).toThrow(`is ${what}; name a folder`);
  });
});

describe("the lock of an output", () => {
  const stamp = (pid: number, host: string): string => JSON.stringify({ host, pid, started: 1 });

  it("lets one build in at a time, and is gone after it", async () => {
    const lock = join(folderOf(), "lock");
    const told: string[] = [];
    const work = (name: string) =>
      withLock(lock, { onWait: () => told.push(`${name} waits`) }, async () => {
        told.push(`${name} begins`);
        await new Promise((resolve) => setImmediate(resolve));
        told.push(`${name} ends`);
      });
    await Promise.all([work("one"), work("two")]);
    expect(told).toEqual(["one begins", "two waits", "one ends", "two begins", "two ends"]);
    expect(existsSync(lock)).toBe(false);
  });

  it("is given back where the work fails", async () => {
    const lock = join(folderOf(), "lock");
    await expect(withLock(lock, { onWait() {} }, () => Promise.reject(new Error("no room")))).rejects.toThrow(
      "no room",
    );
    expect(existsSync(lock)).toBe(false);
  });

  it("does not hold where its owner on this machine has ended", async () => {
    // This process by its number, but begun at another time.
    const lock = join(folderOf({ lock: stamp(process.pid, hostname()) }), "lock");
    expect(await withLock(lock, { onWait() {} }, async () => "in")).toBe("in");
  });

  it("holds where its owner is on another machine, as far as one can know", async () => {
    const lock = join(folderOf({ lock: stamp(1, "another") }), "lock");
    let waits = 0;
    const inside = withLock(lock, { onWait: () => waits++ }, async () => "in");
    await new Promise((resolve) => setImmediate(resolve));
    expect([waits, readFileSync(lock, "utf8")]).toEqual([1, stamp(1, "another")]);
    rmSync(lock);
    expect(await inside).toBe("in");
  });
});
