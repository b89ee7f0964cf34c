import { createHash } from "node:crypto";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { epub } from "../../../src/formats/epub/index.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { openEpub } from "../../support/epub.js";

const source = join(ROOT, "test/fixtures/epub/library");
const folder = temporaryFolder();

describe("building an EPUB again", () => {
  const file = "epub/patterns.epub";

  it("takes an unchanged library from the cache, and packs a changed one anew", async () => {
    const copy = join(folder, "copy");
    const out = join(folder, "again");
    const cacheFolder = join(folder, "cache-3");
    await cp(source, copy, { recursive: true });
    const options = { source: copy, out, formats: [epub], cacheFolder };
    await buildEditions(options);
    const first = await digest(join(out, file));
    await buildEditions(options);
    expect(await readdir(join(cacheFolder, "epubs"))).toHaveLength(1);
    expect(await digest(join(out, file))).toBe(first);

    const pattern = join(copy, "wick-trimming.md");
    await writeFile(pattern, (await readFile(pattern, "utf8")).replace("once a week", "every Friday"));
    await buildEditions(options);
    const parts = await openEpub(join(out, file));
    expect(parts.text("3.xhtml")).toContain("every Friday");
  });
});

async function digest(file: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(file))
    .digest("hex");
}
