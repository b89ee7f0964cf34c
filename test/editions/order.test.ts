import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { dataset } from "../../src/formats/dataset/index.js";
import { docx } from "../../src/formats/docx/index.js";
import { epub } from "../../src/formats/epub/index.js";
import type { Format } from "../../src/formats/format.js";
import { orderFormats } from "../../src/formats/order-formats.js";
import { pdf } from "../../src/formats/pdf/index.js";
import { buildEditions, ROOT, temporaryFolder } from "../support/editions.js";
import { openEpub } from "../support/epub.js";

const ALL: readonly Format[] = [pdf, epub, docx, dataset];

/** All orders of some things. */
function ordersOf<Thing>(things: readonly Thing[]): Thing[][] {
  if (things.length < 2) return [[...things]];
  return things.flatMap((first, at) => ordersOf(things.toSpliced(at, 1)).map((rest) => [first, ...rest]));
}

describe("the order in which formats are named", () => {
  const folder = temporaryFolder();
  const sumsOf = (name: string): string => readFileSync(join(folder, name, "SHA256SUMS"), "utf8");
  const source = join(ROOT, "test/fixtures/jsonld");
  const cacheFolder = join(folder, "cache");

  beforeAll(() => buildEditions({ source, out: join(folder, "usual"), formats: ALL, cacheFolder }));

  // Between them, and the usual one, any two formats stand in either order.
  const turned: readonly Format[][] = [ALL.toReversed(), [docx, epub, dataset, pdf], [epub, docx, pdf, dataset]];

  it.each(turned.map((formats): [string, Format[]] => [formats.map(({ name }) => name).join(", "), formats]))(
    "changes no byte: %s",
    async (name, formats) => {
      const out = join(folder, name.replaceAll(", ", "-"));
      await buildEditions({ source, out, formats, cacheFolder });
      expect(sumsOf(name.replaceAll(", ", "-"))).toBe(sumsOf("usual"));
    },
  );

  it("leaves the e-book its list of printed pages", async () => {
    const { text } = await openEpub(join(folder, "usual/epub/patterns.epub"));
    expect(text("toc.xhtml")).toContain('epub:type="page-list"');
  });

  it("is not that in which they are made: what gives a place comes before what needs it", () => {
    for (const formats of ordersOf(ALL)) {
      const made = orderFormats(formats).map(({ name }) => name);
      expect(made.indexOf("pdf")).toBeLessThan(made.indexOf("epub"));
      expect(made.at(-1)).toBe("jsonld");
    }
  });

  it("stands where formats need nothing of each other, or each the other", () => {
    const [a, b]: Format[] = [
      { ...pdf, name: "a", needs: ["epub"], gives: ["print"] },
      { ...pdf, name: "b", needs: ["print"], gives: ["epub"] },
    ];
    expect(orderFormats([docx, pdf])).toEqual([docx, pdf]);
    if (a && b) expect(orderFormats([b, a])).toEqual([b, a]);
  });
});
