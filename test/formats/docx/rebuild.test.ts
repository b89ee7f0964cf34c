import { cp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { docx } from "../../../src/formats/docx/index.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";

const folder = temporaryFolder();

describe("building handouts again", () => {
  const source = join(folder, "library");
  const cacheFolder = join(folder, "cache");
  const options = {
    source,
    out: join(folder, "out"),
    formats: [docx],
    cacheFolder,
    config: { docx: { ...defaultConfig().docx, cards: false } },
  };

  /** Every handout made so far, with when and where on the disk it was written. */
  async function made(): Promise<string[]> {
    const files = await readdir(join(cacheFolder, "handouts"), { recursive: true, withFileTypes: true });
    const lines = files
      .filter((file) => file.isFile() && !file.name.endsWith(".sha256"))
      .map(async ({ parentPath, name }) => {
        const { ino, mtimeMs } = await stat(join(parentPath, name));
        return `${name} ${ino} ${mtimeMs}`;
      });
    return (await Promise.all(lines)).sort();
  }

  beforeAll(async () => {
    await cp(join(ROOT, "test/fixtures/docx/library"), source, { recursive: true });
    await buildEditions(options);
  });

  it("writes none that is unchanged", async () => {
    const first = await made();
    await buildEditions(options);
    expect(first).toHaveLength(2);
    expect(await made()).toEqual(first);
  });

  it("writes the one that was edited, and no other", async () => {
    const first = await made();
    const file = join(source, "key-board.md");
    const text = await readFile(file, "utf8");
    await writeFile(file, `${text}\nOne more line.\n`);
    await buildEditions(options);
    const second = await made();
    expect(second.filter((line) => !first.includes(line))).toHaveLength(1);
    expect(first.filter((line) => !second.includes(line))).toEqual([]);
  });
});
