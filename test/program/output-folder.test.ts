import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { type BuildOptions, type BuildResult, build } from "../../src/build.js";
import { defaultConfig } from "../../src/config/read-config.js";
import type { Format } from "../../src/formats/format.js";
import { ROOT, temporaryFolder } from "../support/editions.js";

const folder = temporaryFolder();
const cacheFolder = join(folder, "cache");
let source: string;
let out: string;

beforeEach(() => {
  rmSync(join(folder, "work"), { recursive: true, force: true });
  source = join(folder, "work/patterns");
  out = join(folder, "work/out");
  cpSync(join(ROOT, "starter/patterns"), source, { recursive: true });
});

/** An edition that is a text file for the library, and one for each pattern where it has a folder for them. */
function edition(name: string, whole: string, each?: string): Format {
  return {
    name,
    async *render({ patterns }) {
      const file = (path: string, text: string) => ({ path, mediaType: "text/plain", content: Buffer.from(text) });
      yield file(whole, patterns.map(({ title }) => title).join("\n"));
      for (const { slug, title } of each ? patterns : []) {
        yield file(`${each}/${slug}.txt`, title);
      }
      if (each) yield { stands: { handout: new Map(patterns.map(({ id, slug }) => [id, `${each}/${slug}.txt`])) } };
    },
  };
}
const book = edition("pdf", "book/book.txt");
const handouts = edition("docx", "handouts/all.txt", "handouts");

function run(
  formats: readonly Format[],
  options: Partial<BuildOptions> & { name?: string } = {},
): Promise<BuildResult> {
  const { name = "commons", ...others } = options;
  const config = { ...defaultConfig(), source };
  return build({
    config: { ...config, book: { ...config.book, slug: name } },
    out,
    formats,
    keepGoing: true,
    jobs: 1,
    cacheFolder,
    epoch: 1_750_000_000,
    stage: () => {},
    progress: () => {},
    ...others,
  });
}

describe("a build into a folder that is somebody's", () => {
  beforeEach(() => {
    mkdirSync(join(out, ".git/refs"), { recursive: true });
    mkdirSync(join(out, "book"));
    mkdirSync(join(out, "notes"));
    writeFileSync(join(out, ".git/HEAD"), "ref: refs/heads/pages\n");
    writeFileSync(join(out, "CNAME"), "patterns.example.org\n");
    writeFileSync(join(out, "book/proof.pdf"), "%PDF-1.4");
    writeFileSync(join(out, "notes/todo.txt"), "print it");
  });

  it("leaves what is not its own, build after build, and names it", async () => {
    for (const formats of [[book, handouts], [book, handouts], [handouts]]) {
      const { placed } = await run(formats);
      expect(placed?.foreign).toEqual([".git/", "CNAME", "book/proof.pdf", "notes/"]);
      expect(readFileSync(join(out, ".git/HEAD"), "utf8")).toContain("pages");
      expect(existsSync(join(out, "notes/todo.txt"))).toBe(true);
      expect(readFileSync(join(out, "book/proof.pdf"), "utf8")).toBe("%PDF-1.4");
      expectSums();
    }
  });

  it("refuses to take the place of a file that is not its own, and leaves everything as it was", async () => {
    writeFileSync(join(out, "book/book.txt"), "my own");
    await expect(run([book])).rejects.toThrow(/book\/book\.txt is not from a build of ours.*--out/);
    expect(readFileSync(join(out, "book/book.txt"), "utf8")).toBe("my own");
    expect(readdirSync(dirname(out)).sort()).toEqual(["out", "patterns"]);
  });

  it("refuses to write through a link in it, and over another program's lists", async () => {
    mkdirSync(join(folder, "work/elsewhere"));
    symlinkSync(join(folder, "work/elsewhere"), join(out, "handouts"));
    await expect(run([handouts])).rejects.toThrow(/handouts is not from a build of ours/);
    expect(readdirSync(join(folder, "work/elsewhere"))).toEqual([]);
    writeFileSync(join(out, "manifest.json"), '{ "name": "a web app" }');
    await expect(run([book])).rejects.toThrow(/manifest\.json is not from a build of ours/);
  });
});

describe("a build again", () => {
  it("removes what the last one listed and this one did not make, with folders that are empty then", async () => {
    await run([book, handouts]);
    rmSync(join(source, readdirSync(source)[0] ?? expect.fail("no pattern")));
    const gone = handoutNames();
    const { placed } = await run([book, handouts]);
    expect(placed?.removed).toHaveLength(1);
    expect(gone.filter((name) => !handoutNames().includes(name))).toHaveLength(1);
    expectSums();
    const other = edition("docx", "sheets/all.txt");
    await run([book, other]);
    expect(readdirSync(out).sort()).toEqual(["SHA256SUMS", "book", "manifest.json", "sheets"]);
  });

  it("of one format keeps the others, and says of each with which date it was made and of what", async () => {
    await run([book, handouts], { epoch: 1_700_000_000 });
    const first = manifest();
    const { placed } = await run([handouts]);
    expect(placed?.kept).toMatchObject([{ name: "pdf", isCurrent: true }]);
    expect(manifest().editions).toMatchObject([
      { name: "docx", sourceDateEpoch: 1_750_000_000 },
      { name: "pdf", sourceDateEpoch: 1_700_000_000, library: first.editions[0].library },
    ]);
    expect(manifest().artifacts.map(({ path }: { path: string }) => path)).toContain("book/book.txt");
    expectSums();
    writeFileSync(join(source, "another.md"), "---\ntitle: Another\n---\n\nText.\n");
    expect((await run([book])).placed?.kept).toMatchObject([{ name: "docx", isCurrent: false }]);
    const [pattern] = manifest().patterns.filter(({ slug }: { slug: string }) => slug !== "another");
    expect(pattern.handout).toMatch(/^handouts\//);
    expectSums();
  });

  it("keeps and no longer lists a file of another edition that somebody has changed", async () => {
    await run([book, handouts]);
    writeFileSync(join(out, "book/book.txt"), "with my notes");
    const { placed } = await run([handouts]);
    expect(placed).toMatchObject({ kept: [], foreign: ["book/"] });
    expect(readFileSync(join(out, "book/book.txt"), "utf8")).toBe("with my notes");
    expectSums();
  });

  it("of a pack alone keeps the handouts", async () => {
    await run([book, handouts]);
    await run([edition("docx", "handouts/evening-pack.txt")], { edition: "pack evening" });
    expect(handoutNames().length).toBeGreaterThan(3);
    expect(manifest().editions.map(({ name }: { name: string }) => name)).toEqual(["docx", "pack evening", "pdf"]);
    expectSums();
  });

  it("of another library says before it starts what goes", async () => {
    await run([book, handouts]);
    const said: string[] = [];
    const { placed } = await run([book], { name: "another", progress: (message) => said.push(message) });
    expect(
      said.find((message) => /^of commons, which lies in .*, \d+ files go: book\/book\.txt/.test(message)),
    ).toBeDefined();
    expect(placed?.removed).toContain("handouts/all.txt");
    expect(readdirSync(out).sort()).toEqual(["SHA256SUMS", "book", "manifest.json"]);
  });

  it("of fewer patterns says so before it starts", async () => {
    await run([handouts]);
    const said: string[] = [];
    const slug = readdirSync(source)[0]?.replace(".md", "");
    await run([handouts], {
      matches: () => (pattern) => pattern.slug === slug,
      progress: (message) => said.push(message),
    });
    expect(said.some((message) => /holds 2 patterns more/.test(message))).toBe(true);
  });

  it("takes no manifest's word for files outside of the folder", async () => {
    await run([book]);
    const victim = join(folder, "work/victim.txt");
    writeFileSync(victim, "mine");
    const { artifacts, ...others } = manifest();
    const evil = ["../victim.txt", victim, "book/../../victim.txt"].map((path) => ({ ...artifacts[0], path }));
    writeFileSync(join(out, "manifest.json"), JSON.stringify({ ...others, artifacts: [...artifacts, ...evil] }));
    await run([book]);
    expect(readFileSync(victim, "utf8")).toBe("mine");
    expectSums();
  });
});

describe("the output folder", () => {
  it("keeps its mode, and one that is new has the one that folders get here", async () => {
    mkdirSync(join(folder, "work/plain"));
    await run([book]);
    expect(statSync(out).mode).toBe(statSync(join(folder, "work/plain")).mode);
    chmodSync(out, 0o750);
    const { ino } = statSync(out);
    await run([book]);
    expect(statSync(out)).toMatchObject({ ino });
    expect(statSync(out).mode & 0o777).toBe(0o750);
  });

  it("may be a link, which stays one, whether or not there is something behind it", async () => {
    mkdirSync(join(folder, "work/disk"));
    symlinkSync(join(folder, "work/disk"), out);
    await run([book]);
    expect(realpathSync(out)).toBe(realpathSync(join(folder, "work/disk")));
    expectSums();
  });

  it("is refused inside the folder of the patterns, by whatever way", async () => {
    symlinkSync(source, join(folder, "work/way"));
    for (const inside of [source, join(source, "output"), join(folder, "work/way/deep/output")]) {
      await expect(run([book], { out: inside })).rejects.toThrow(/lies in the folder of the patterns.*--out/);
    }
    expect(existsSync(join(source, "output"))).toBe(false);
    await run([book], { out: `${source}-output` });
    await run([book], { out: dirname(source) });
    expect(readdirSync(source)).toHaveLength(3);
  });

  it("is rid of what killed builds left, not of a build that runs nor of what only looks alike", async () => {
    const parent = dirname(out);
    const make = (name: string, owner?: object): void => {
      mkdirSync(join(parent, name, "new"), { recursive: true });
      if (owner) writeFileSync(join(parent, name, "build.json"), JSON.stringify(owner));
    };
    const dead = { host: hostname(), pid: 2 ** 22 + 1, started: 1 };
    make(".out-pattern-press-dead01", dead);
    make(".out-pattern-press-same01", { ...dead, pid: process.pid });
    make(".out-pattern-press-runs01", { ...dead, pid: process.ppid });
    make(".out-pattern-press-far001", { ...dead, host: "elsewhere" });
    make(".out-pattern-press-old001", { ...dead, host: "elsewhere" });
    utimesSync(join(parent, ".out-pattern-press-old001"), 1, 1);
    make(".out-notes");
    await run([book]);
    expect(readdirSync(parent).sort()).toEqual([
      ".out-notes",
      ".out-pattern-press-far001",
      ".out-pattern-press-runs01",
      "out",
      "patterns",
    ]);
  });
});

describe("builds that end in one folder at one moment", () => {
  const lock = (): string => join(dirname(out), ".out-pattern-press-lock");
  const whole = (name: string) => edition(name, `${name}/all.txt`, `${name}/each`);

  it("come one after another: what is listed is there, of each edition", async () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    await Promise.all(names.map((name) => run([whole(name)])));
    expectSums();
    expect(manifest().editions.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(readdirSync(dirname(out)).sort()).toEqual(["out", "patterns"]);
  });

  it("may make the same edition: the last one's stands", async () => {
    const all = await Promise.all([1, 2, 3, 4].map((steps) => run([whole("a")], { matches: firstOnes(steps) })));
    expect(all.map(({ artifacts }) => artifacts.length)).toEqual([2, 3, 4, 4]);
    expectSums();
    expect(readdirSync(join(out, "a/each")).length).toBe(manifest().patterns.length);
  });

  it("wait for one that is at it, and say so", async () => {
    writeLock({ pid: process.ppid });
    const said: string[] = [];
    await run([book], {
      progress(message) {
        said.push(message);
        if (message.startsWith("waiting for another build that ends in")) rmSync(lock());
      },
    });
    expect(said.filter((message) => message.startsWith("waiting"))).toHaveLength(1);
    expectSums();
    expect(existsSync(lock())).toBe(false);
  });

  it.each<[string, object, boolean]>([
    ["died", { pid: 2 ** 22 + 1 }, false],
    ["had the number that this one has", { pid: process.pid }, false],
    ["took it long ago, whoever has its number now", { pid: process.ppid }, true],
    ["ran on another machine, long ago", { host: "elsewhere" }, true],
  ])("do not wait for one that %s", async (_, owner, isOld) => {
    writeLock(owner);
    if (isOld) utimesSync(lock(), 1, 1);
    await Promise.all([run([book]), run([handouts])]);
    expectSums();
    expect(readdirSync(dirname(out)).sort()).toEqual(["out", "patterns"]);
  });

  function writeLock(owner: object): void {
    writeFileSync(lock(), JSON.stringify({ host: hostname(), pid: 1, started: 1, ...owner }));
  }

  function firstOnes(count: number): BuildOptions["matches"] {
    return () => (pattern) => pattern.number <= count;
  }
});

function manifest() {
  return JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
}

function handoutNames(): string[] {
  return readdirSync(join(out, "handouts"));
}

/** Every file that the checksums list is there, with these bytes; the manifest lists the same. */
function expectSums(): void {
  const lines = readFileSync(join(out, "SHA256SUMS"), "utf8").trimEnd().split("\n");
  for (const line of lines) {
    const [sum, path = ""] = line.split("  ");
    expect(
      createHash("sha256")
        .update(readFileSync(join(out, path)))
        .digest("hex"),
      path,
    ).toBe(sum);
  }
  const listed = manifest().artifacts.map(({ sha256, path }: Record<string, string>) => `${sha256}  ${path}`);
  expect(lines).toEqual(listed);
}
