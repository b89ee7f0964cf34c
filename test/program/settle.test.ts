import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { displayPath, settle } from "../../src/commands/settings.js";
import { UsageError } from "../../src/commands/usage-error.js";
import { temporaryFolder } from "../support/editions.js";

const folder = temporaryFolder();

describe("what a command is told", () => {
  const before = process.cwd();
  beforeAll(() => process.chdir(folder));
  afterAll(() => process.chdir(before));

  it("keeps a cache unless it is told not to", async () => {
    expect(await settle(undefined, { cache: true })).toHaveProperty("cacheFolder", ".cache/pattern-press");
    expect(await settle(undefined, { cache: false })).not.toHaveProperty("cacheFolder");
  });

  it("is by the configuration of the folder, else by the one that is named, the command line above both", async () => {
    expect(await settle(undefined, { cache: false })).not.toHaveProperty("configFile");
    writeFileSync("book.yaml", "source: mine\nbook: { title: Ours, language: de }\n");
    mkdirSync("other");
    writeFileSync("other/set.yaml", "book: { title: Theirs }\n");
    const own = await settle(undefined, { cache: false });
    expect(own).toMatchObject({ configFile: "book.yaml", config: { book: { title: "Ours", language: "de" } } });
    expect(own.config.source).toBe(join(process.cwd(), "mine"));
    const named = await settle("yours", { cache: false, config: "other/set.yaml", language: "pt-BR" });
    expect(named).toMatchObject({
      configFile: "other/set.yaml",
      config: { book: { title: "Theirs", language: "pt-BR" } },
    });
    expect(named.config.source).toBe(join(process.cwd(), "yours"));
  });

  it("uses as many cores as it is told, or all", async () => {
    expect((await settle(undefined, { cache: false, jobs: "3" })).jobs).toBe(3);
    expect((await settle(undefined, { cache: false })).jobs).toBe(availableParallelism());
    for (const jobs of ["0", "-1", "1.5", "two", ""]) {
      await expect(settle(undefined, { cache: false, jobs })).rejects.toThrow(UsageError);
    }
    await expect(settle(undefined, { cache: false, language: "no language" })).rejects.toThrow(UsageError);
  });

  it("names a path in the shorter of its forms", () => {
    expect(displayPath("a/../b")).toBe("b");
    expect(displayPath(".")).toBe(".");
    expect(displayPath("/")).toBe("/");
  });
});
