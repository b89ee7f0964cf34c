import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultConfig } from "../../src/config/read-config.js";
import { packSchema } from "../../src/formats/docx/pack/settings.js";
import { FORMATS } from "../../src/formats/index.js";
import { clearOut } from "../../src/machine/upkeep.js";
import { buildEditions, temporaryFolder } from "../support/editions.js";
import { readFiles } from "../support/folders.js";
import { writeHardLibrary } from "../support/hard-pattern.js";

const folder = temporaryFolder();
const source = join(folder, "library");
const out = join(folder, "out");
const cacheFolder = join(folder, "cache");
const { docx } = defaultConfig();
const packs = [packSchema.parse({ name: "evening", title: "An evening", with: "both" })];
const build = () => buildEditions({ source, out, formats: FORMATS, cacheFolder, config: { docx: { ...docx, packs } } });
const sums = () => readFileSync(join(out, "SHA256SUMS"), "utf8");

describe("a cache on a disk that gives back other bytes", () => {
  let clean: string;

  beforeAll(async () => {
    writeHardLibrary(source);
    // Larger than a screen: every edition makes its own of it.
    const photograph = sharp({ create: { width: 2400, height: 900, channels: 3, background: "#8a8" } });
    await photograph.jpeg().toFile(join(source, "meadow.jpg"));
    const pattern = join(source, "hard-page.md");
    writeFileSync(pattern, `${readFileSync(pattern, "utf8")}\n![A meadow](meadow.jpg)\n\nमैदान 草地\n`);
    await build();
    clean = sums();
  });

  it("is believed while it is whole", async () => {
    const { reported } = await build();
    expect(reported.map(({ rule }) => rule)).not.toContain("cache-is-sound");
    expect(sums()).toBe(clean);
  });

  // That each sort of damage is seen, in a file and in a folder of files, is proven in `seal.test.ts`: here they take turns.
  it("is not believed in any kind of entry; what is made anew is the same, and it is said once", async () => {
    const harms = [flip, halve, remove];
    expect(kinds().length).toBeGreaterThan(15);
    const asked: string[] = [];
    for (const [at, kind] of kinds().entries()) {
      const hurt = entryFiles(kind).at(-1) ?? expect.fail(`${kind} is empty`);
      harms[at % harms.length]?.(hurt);
      const { reported } = await build();
      expect(sums(), hurt).toBe(clean);
      const told = reported.filter(({ rule }) => rule === "cache-is-sound");
      expect(told.length, hurt).toBeLessThanOrEqual(1);
      if (told.length > 0) asked.push(kind);
    }
    // A build that makes nothing anew asks for what lies in the output, and for what that depends on last.
    expect(asked).toEqual(expect.arrayContaining(["volumes", "epubs", "handouts", "datasets", "drawings"]));
  });

  it("is not believed where folders have the names of its files", async () => {
    for (const kind of ["bodies", "patterns"]) {
      for (const file of entryFiles(kind)) {
        rmSync(file);
        mkdirSync(join(file, "within"), { recursive: true });
      }
    }
    await build();
    expect(sums()).toBe(clean);
  });

  it("is not believed where everything is damaged that is read on the way", async () => {
    for (const kind of kinds()) {
      if (kind === "patterns") continue;
      if (["bodies", "drawings", "sheets"].includes(kind)) for (const file of entryFiles(kind)) flip(file);
      else rmSync(join(cacheFolder, kind), { recursive: true });
    }
    const { reported } = await build();
    expect(sums()).toBe(clean);
    expect(reported.filter(({ rule }) => rule === "cache-is-sound")).toMatchObject([
      {
        severity: "warning",
        found: expect.stringMatching(/^3 entries of the cache with other bytes than were written/),
      },
    ]);
  });

  it("is left alone where links lead out of it, and what they lead to stays as it is", async () => {
    const elsewhere = join(folder, "elsewhere");
    mkdirSync(join(elsewhere, "folder"), { recursive: true });
    for (const [at, kind] of kinds().entries()) {
      const [entry] = readdirSync(join(cacheFolder, kind)).map((name) => join(cacheFolder, kind, name));
      const file = entryFiles(kind).at(-1) ?? expect.fail(`${kind} is empty`);
      // The folder of two digits, the file with the very bytes that it had, a folder, or nothing.
      const link = at % 4 === 0 ? (entry ?? file) : file;
      const target = at % 4 === 2 ? join(elsewhere, "folder") : join(elsewhere, kind);
      if (at % 4 < 2) renameSync(link, target);
      else rmSync(link);
      symlinkSync(target, link);
    }
    const before = await readFiles(elsewhere);
    expect(before.size).toBeGreaterThan(5);
    await build();
    expect(sums()).toBe(clean);
    rmSync(join(cacheFolder, "cleared-out"), { force: true });
    symlinkSync(join(elsewhere, [...before.keys()][0] ?? ""), join(cacheFolder, "cleared-out"));
    clearOut(cacheFolder);
    expect(await readFiles(elsewhere)).toEqual(before);
  });
});

function kinds(): string[] {
  return readdirSync(cacheFolder).filter((name) => statSync(join(cacheFolder, name)).isDirectory());
}

/** What a kind of entry is made of, without the hashes. */
function entryFiles(kind: string): string[] {
  return readdirSync(join(cacheFolder, kind), { recursive: true, encoding: "utf8" })
    .map((name) => join(cacheFolder, kind, name))
    .filter((path) => statSync(path).isFile() && !path.endsWith(".sha256"))
    .sort();
}

function flip(path: string): void {
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

function halve(path: string): void {
  truncateSync(path, Math.floor(statSync(path).size / 2));
}

function remove(path: string): void {
  rmSync(path);
}
