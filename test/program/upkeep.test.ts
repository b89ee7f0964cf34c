import { existsSync } from "node:fs";
import { mkdir, readdir, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { dataset } from "../../src/formats/dataset/index.js";
import { clearOut } from "../../src/machine/upkeep.js";
import { buildEditions, ROOT, temporaryFolder } from "../support/editions.js";

const folder = temporaryFolder();
const cacheFolder = join(folder, "cache");
const build = () =>
  buildEditions({ source: join(ROOT, "starter/patterns"), out: join(folder, "out"), formats: [dataset], cacheFolder });

describe("a cache that is looked after", () => {
  beforeEach(async () => {
    await rm(cacheFolder, { recursive: true, force: true });
    await build();
  });

  it("keeps for thirty days what nobody asks for", async () => {
    const before = await entries();
    expect(before.length).toBeGreaterThan(0);
    await age(29);
    clearOut(cacheFolder);
    expect(await entries()).toEqual(before);
  });

  it("then removes it, and builds again", async () => {
    await age(31);
    clearOut(cacheFolder);
    expect(await entries()).toEqual([]);
    const { library } = await build();
    expect(library.patterns).toHaveLength(3);
  });

  it("keeps what a build asks for, however old it is", async () => {
    // The fonts of a dataset's page are asked for where the dataset is made anew.
    const before = (await entries()).filter((path) => !path.includes("/page-fonts/"));
    await age(400);
    await build();
    expect(await entries()).toEqual(before);
    await rm(join(cacheFolder, "cleared-out"));
    clearOut(cacheFolder);
    expect(await entries()).toEqual(before);
  });

  it("looks at everything once a day", async () => {
    const before = await entries();
    await age(31);
    await utimes(join(cacheFolder, "cleared-out"), new Date(), new Date());
    clearOut(cacheFolder);
    expect(await entries()).toEqual(before);
  });

  it("removes what killed builds left behind, after a day", async () => {
    const draft = join(cacheFolder, "volumes/0a", `${"0a".repeat(32)}.01234567-89ab-cdef-0123-456789abcdef`);
    const scratch = join(cacheFolder, "run-abc");
    await mkdir(draft, { recursive: true });
    await mkdir(join(scratch, "browser"), { recursive: true });
    clearOut(cacheFolder);
    expect([draft, scratch].filter((path) => existsSync(path))).toHaveLength(2);
    await age(2);
    clearOut(cacheFolder);
    expect([draft, scratch].filter((path) => existsSync(path))).toEqual([]);
  });

  it("reads a pattern anew whose body is gone", async () => {
    await rm(join(cacheFolder, "bodies"), { recursive: true });
    const { library } = await build();
    expect(await library.body(library.patterns[0] ?? expect.fail())).toBeDefined();
  });
});

/** Files of the cache, its own note left aside. */
async function entries(): Promise<string[]> {
  const found = await readdir(cacheFolder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile() && entry.name !== "cleared-out");
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort();
}

/** Makes everything in the cache so many days older. */
async function age(days: number): Promise<void> {
  for (const path of await readdir(cacheFolder, { recursive: true })) {
    const { mtimeMs } = await stat(join(cacheFolder, path));
    const time = mtimeMs / 1000 - days * 86_400;
    await utimes(join(cacheFolder, path), time, time);
  }
}
