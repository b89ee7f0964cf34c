import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { listForeign } from "../../src/output/foreign.js";
import { listChecksums } from "../../src/output/manifest.js";
import type { Written } from "../../src/output/staging.js";
import { checkFiles } from "../../src/verify/files.js";
import { temporaryFolder } from "../support/editions.js";

const root = temporaryFolder();
let made = 0;

/** A folder with these files, each with its own path for its content. */
function folderOf(...paths: string[]): string {
  const folder = join(root, String(++made));
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), path);
  }
  return folder;
}

function listed(path: string): Written {
  const sha256 = createHash("sha256").update(path).digest("hex");
  return { path, mediaType: "text/plain", bytes: path.length, sha256, edition: "dataset" };
}

const OURS = ["dataset/a.csv", "dataset/deep/b.csv", "epub/c.epub"];
const UNTOLD = [".gitkeep", ".gitignore", ".DS_Store", "dataset/.gitkeep", "dataset/deep/.DS_Store"];

describe("what lies in the output and is not ours", () => {
  it("is told by file beside ours, and by folder where nothing in it is ours", () => {
    const out = folderOf(...OURS, "dataset/notes.txt", "old/x/y.txt", "old/z.txt", "epub/deeper/w.txt");
    expect(listForeign(out, new Set(OURS))).toEqual(["dataset/notes.txt", "epub/deeper/", "old/"]);
  });

  it("is nothing where there are but files that keep a folder in a repository, or a system's own", async () => {
    const out = folderOf(...OURS, ...UNTOLD);
    expect(listForeign(out, new Set(OURS))).toEqual([]);
  });

  it("is what ours is not: a file of the same name elsewhere", () => {
    const out = folderOf(...OURS, "a.csv", "dataset/c.epub");
    expect(listForeign(out, new Set(OURS))).toEqual(["a.csv", "dataset/c.epub"]);
  });
});

describe("the checksums of a build", () => {
  const artifacts = OURS.map(listed);
  const LISTED = artifacts.map((artifact) => ({ ...artifact }));
  const check = async (sums: string, ...paths: string[]) => {
    const out = folderOf(...paths);
    writeFileSync(join(out, "SHA256SUMS"), sums);
    writeFileSync(join(out, "manifest.json"), "{}");
    const manifest = { name: "x", patterns: [], texts: [], packs: [], artifacts: LISTED, excluded: [] };
    return checkFiles(out, manifest, () => {});
  };

  it("have a line for every file, the last one too", () => {
    const lines = listChecksums(artifacts).split("\n");
    expect(lines.pop()).toBe("");
    expect(lines).toEqual(artifacts.map(({ path, sha256 }) => `${sha256}  ${path}`));
  });

  it("are found right by verify, whatever else keeps a folder in a repository", async () => {
    expect(await check(listChecksums(artifacts), ...OURS)).toEqual({ checked: 3, faults: [], strangers: [] });
    const { faults, strangers } = await check(listChecksums(artifacts), ...OURS, ".gitkeep", ".gitignore", ".DS_Store");
    expect([faults, strangers]).toEqual([[], []]);
  });

  it.each(OURS.map((path, at) => [path, at] as const))("lack no file unseen: %s", async (path, at) => {
    const { faults } = await check(listChecksums(artifacts.toSpliced(at, 1)), ...OURS);
    expect(faults).toEqual([
      { path: "SHA256SUMS", fault: "changed", detail: `it does not say of ${path} what the manifest says` },
    ]);
  });

  it("tell a file that is gone from one with other bytes, and name what is nobody's", async () => {
    const out = folderOf("dataset/a.csv", "dataset/deep/b.csv", "dataset/new.txt", "mine/one.txt", "mine/two.txt");
    writeFileSync(join(out, "dataset/a.csv"), "other");
    writeFileSync(join(out, "SHA256SUMS"), listChecksums(artifacts));
    const manifest = { name: "x", patterns: [], texts: [], packs: [], artifacts: LISTED, excluded: [] };
    const { faults, strangers } = await checkFiles(out, manifest, () => {});
    expect(faults.map(({ path, fault }) => `${path} ${fault}`)).toEqual([
      "dataset/a.csv changed",
      "epub/c.epub missing",
    ]);
    expect(strangers).toEqual(["dataset/new.txt", "mine/"]);
  });
});
