import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/read-config.js";
import { epub } from "../../src/formats/epub/index.js";
import type { Library } from "../../src/library/library.js";
import { openPool } from "../../src/threads/pool.js";
import { verify } from "../../src/verify/verify.js";
import { changePart } from "../support/broken-editions.js";
import { buildEditions, temporaryFolder } from "../support/editions.js";

const folder = temporaryFolder();
const source = join(folder, "library");
const out = join(folder, "out");
const CONFIG = `
book: { slug: lamps, title: Lamps }
epub: { split: part }
`;

function pattern(slug: string, level: string, other: string): string {
  const front = `slug: ${slug}\ntitle: The ${slug}\npage_url: https://lamps.example.org/${slug}/\ntags: { universality: ${level}, domain: light }\nlicense: CC-BY-SA-4.0`;
  return `---\n${front}\n---\n\n## Solution\n\nIt is lit as [the ${other}](${other}.md) is.\n`;
}

/** What is not found, by kind and file. */
async function lossesIn(library: Library): Promise<string[]> {
  const pool = openPool(1);
  try {
    const { losses } = await verify({ out, library, source, pool, stage: () => {}, progress: () => {} });
    return losses.map(({ kind, file }) => `${kind} of ${file}`);
  } finally {
    await pool.close();
  }
}

describe("e-books of which each holds a part", () => {
  let library: Library;

  beforeAll(async () => {
    mkdirSync(source);
    writeFileSync(join(source, "lantern.md"), pattern("lantern", "universal", "beacon"));
    writeFileSync(join(source, "beacon.md"), pattern("beacon", "domain", "lantern"));
    const config = parseConfig(CONFIG, join(folder, "book.yaml"));
    ({ library } = await buildEditions({ source, out, formats: [epub], config }));
  });

  it("are linked with one another on the web, and a link that is gone is named", async () => {
    expect(await lossesIn(library)).toEqual([]);
    await changePart(join(out, "epub/lamps-part-2.epub"), /\d+\.xhtml$/, (page) =>
      page.replace(/<a [^>]*href="https:\/\/lamps\.example\.org\/lantern\/"[^>]*>(the lantern)<\/a>/, "$1"),
    );
    expect(await lossesIn(library)).toEqual(["links of beacon.md"]);
  });
});
