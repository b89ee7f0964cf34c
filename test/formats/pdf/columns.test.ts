import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { pdf } from "../../../src/formats/pdf/index.js";
import type { Trim } from "../../../src/formats/pdf/trim.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";

const folder = temporaryFolder();

/** What was said of printing while a library was built anew; printing counts pages once more, and says so again where it finds others. */
async function printings(
  name: string,
  trim: Trim,
  matches: (number: number) => boolean,
  source = join(ROOT, "patterns"),
): Promise<string[]> {
  const config = defaultConfig();
  const said: string[] = [];
  await buildEditions({
    source,
    out: join(folder, name),
    // Of its own: what was printed before would be printed no more.
    cacheFolder: join(folder, "cache"),
    formats: [pdf],
    config: { pdf: { ...config.pdf, trim, cover: false, press: false } },
    matches: ({ number }) => matches(number),
    said,
  });
  return said.filter((message) => message.startsWith("printing volume"));
}

describe("pages counted as columns are those that are printed", () => {
  test("with tables over several pages, each of which repeats the head", async () => {
    const source = join(folder, "tables");
    await mkdir(source);
    for (const rows of [50, 60, 70, 80, 90, 100]) {
      const table = Array.from({ length: rows }, (_, at) => `| ${at} | cow | hay |`).join("\n");
      const head = `---\nslug: herd-${rows}\ntitle: Herd ${rows}\ntags: { universality: domain, domain: roads }\n---\n`;
      const text = `${head}\n# Herd ${rows}\n\n| ${"Each of the animals ".repeat(12)} | Kind | Feed |\n|---|---|---|\n${table}\n`;
      await writeFile(join(source, `herd-${rows}.md`), text);
    }
    expect(await printings("tables-out", "6x9in", () => true, source)).toHaveLength(1);
  });

  test.each<[string, Trim]>([
    ["a5", "a5"],
    ["a4", "a4"],
    ["royal", "royal"],
    ["custom", { width: "151mm", height: "223mm" }],
    ["narrow", { width: "5in", height: "8in" }],
  ])("on a page of another size: %s", async (name, trim) => {
    expect(await printings(name, trim, (number) => number % 4 === 0)).toHaveLength(1);
  });
});
