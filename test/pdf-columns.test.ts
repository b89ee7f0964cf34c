import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultConfig } from "../src/config.js";
import { pdf } from "../src/formats/pdf/index.js";
import type { Trim } from "../src/formats/pdf/trim.js";
import { buildEditions, ROOT, temporaryFolder } from "./support/editions.js";

const folder = temporaryFolder();

/** What was said of printing while our library was built anew; printing counts pages once more, and says so again where it finds others. */
async function printings(name: string, trim: Trim, matches: (number: number) => boolean): Promise<string[]> {
  const config = defaultConfig();
  const said: string[] = [];
  await buildEditions({
    source: join(ROOT, "patterns"),
    out: join(folder, name),
    cacheFolder: join(folder, `${name}-cache`),
    formats: [pdf],
    config: { pdf: { ...config.pdf, trim, cover: false, press: false } },
    matches: ({ number }) => matches(number),
    said,
  });
  return said.filter((message) => message.startsWith("printing volume"));
}

describe("pages counted as columns are those that are printed", { timeout: 300_000 }, () => {
  test("in the whole of our library", async () => {
    expect(await printings("whole", "6x9in", () => true)).toHaveLength(1);
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
