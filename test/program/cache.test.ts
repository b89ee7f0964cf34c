import { readdirSync, writeFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openCache } from "../../src/machine/cache.js";
import { temporaryFolder } from "../support/editions.js";

const root = temporaryFolder();
let opened = 0;

function openOwn(folder = join(root, String(++opened))) {
  const damaged: string[] = [];
  return { folder, damaged, cache: openCache(folder, (path) => damaged.push(path)) };
}

/** The entries of one kind, their seals and whatever else lies there. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );
}

const make = (content: string) => (path: string) => writeFile(path, content);

describe("an entry of the cache", () => {
  it("is made once for what it is made from, and found again", async () => {
    const { cache, folder } = openOwn();
    const path = await cache.file("sheets", { a: 1 }, make("one"));
    expect(await cache.file("sheets", { a: 1 }, make("another"))).toBe(path);
    expect(await readFile(path, "utf8")).toBe("one");
    expect(openOwn(folder).cache.find("sheets", { a: 1 })).toBe(path);
    expect([cache.find("sheets", { a: 2 }), cache.find("cards", { a: 1 })]).toEqual([undefined, undefined]);
  });

  it("that could not be made leaves nothing behind, and its failure is told", async () => {
    const { cache, folder } = openOwn();
    const failing = async (path: string): Promise<void> => {
      await writeFile(path, "half of it");
      throw new Error("the browser died");
    };
    await expect(cache.file("sheets", { a: 1 }, failing)).rejects.toThrow("the browser died");
    expect(filesOf(folder)).toEqual([]);
    expect(cache.find("sheets", { a: 1 })).toBeUndefined();
  });

  it("that is a folder and could not be made leaves nothing behind either", async () => {
    const { cache, folder } = openOwn();
    const failing = async (path: string): Promise<void> => {
      await mkdir(join(path, "deep"), { recursive: true });
      await writeFile(join(path, "deep/one"), "one");
      throw new Error("no room");
    };
    await expect(cache.file("volumes", { a: 1 }, failing)).rejects.toThrow("no room");
    expect(filesOf(folder)).toEqual([]);
  });

  it("that another build made meanwhile is taken, and ours goes", async () => {
    const { cache, folder } = openOwn();
    const other = openOwn(folder).cache;
    const slow = async (path: string): Promise<void> => {
      await writeFile(path, "ours");
      await other.file("sheets", { a: 1 }, make("theirs"));
      throw new Error("too late");
    };
    expect(await readFile(await cache.file("sheets", { a: 1 }, slow), "utf8")).toBe("theirs");
    expect(filesOf(folder)).toHaveLength(2);
  });

  it("with other bytes than were written is told, and made anew", async () => {
    const { cache, folder } = openOwn();
    const path = await cache.file("sheets", { a: 1 }, make("one"));
    writeFileSync(path, "two");
    const next = openOwn(folder);
    expect(next.cache.find("sheets", { a: 1 })).toBeUndefined();
    expect(next.damaged).toEqual([path]);
    expect(await readFile(await next.cache.file("sheets", { a: 1 }, make("one")), "utf8")).toBe("one");
    expect(openOwn(folder).cache.find("sheets", { a: 1 })).toBe(path);
  });
});
