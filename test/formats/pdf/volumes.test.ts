import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { pdf } from "../../../src/formats/pdf/index.js";
import { type MeasuredPart, plan } from "../../../src/formats/pdf/paging/plan.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";
import { pdfDestinations, pdfInfo } from "../../support/poppler.js";

const folder = temporaryFolder();

function part(number: number, pages: readonly number[]): MeasuredPart {
  const patterns = pages.map((length, index) => ({ id: `${number}-${index}`, pages: length, sources: [] }));
  return { part: number, hasOpener: true, chapters: [{ patterns }] };
}

interface Manifest {
  patterns: { slug: string; print: { volume: number; page: number } }[];
}

async function pagesOf(file: string): Promise<number> {
  return Number((await pdfInfo(file)).get("Pages"));
}

describe("a volume", () => {
  test("goes on with the next part only where its opener finds room too", () => {
    const room = { limit: () => 20, openerPages: () => 2 };
    const volumes = plan([part(1, [7]), part(2, [9])], room);
    expect(volumes.map(({ pages }) => pages)).toEqual([9, 11]);
    expect(plan([part(1, [7]), part(2, [8])], room).map(({ pages }) => pages)).toEqual([20]);
  });

  test("is about as long as the others, where they are not split at chapters", () => {
    const room = { limit: () => 800, openerPages: () => 2 };
    const lengths = (count: number): number[] =>
      plan(
        [
          part(
            1,
            Array.from({ length: count }, () => 11),
          ),
        ],
        room,
      ).map(({ pages }) => pages);
    expect(lengths(72)).toEqual([794]);
    expect(lengths(74)).toEqual([409, 409]);
    const [longest = 0, ...others] = lengths(150).sort((a, b) => b - a);
    expect(others).toHaveLength(2);
    for (const length of others) expect(longest - length).toBeLessThan(3 * 16);
  });

  test("ends with a chapter all the same, where that makes no volume more", () => {
    const room = { limit: () => 100, openerPages: () => 2 };
    const chapter = (name: string, count: number) => ({
      patterns: Array.from({ length: count }, (_, index) => ({ id: `${name}-${index}`, pages: 10, sources: [] })),
    });
    const volumes = plan([{ part: 1, hasOpener: true, chapters: [chapter("making", 7), chapter("keeping", 5)] }], room);
    expect(volumes.map(({ pages }) => pages)).toEqual([72, 52]);
  });

  test("never has more pages than are asked for, where going round its matter does not settle", async () => {
    const config = defaultConfig();
    await buildEditions({
      source: join(ROOT, "patterns"),
      out: join(folder, "out"),
      cacheFolder: join(folder, "cache"),
      formats: [pdf],
      config: { pdf: { ...config.pdf, volumePages: 40, cover: false, press: false } },
      // The fewest of which a volume has a page too many where nothing keeps room for its matter.
      matches: ({ number }) => number <= 24,
    });
    const volumes = await readdir(join(folder, "out/book"));
    expect(volumes.length).toBeGreaterThan(5);
    for (const volume of volumes) expect(await pagesOf(join(folder, "out/book", volume))).toBeLessThanOrEqual(40);
    const { patterns }: Manifest = JSON.parse(await readFile(join(folder, "out/manifest.json"), "utf8"));
    for (const { slug, print } of patterns) {
      const file = `patterns${print.volume === 1 ? "" : `-vol-${print.volume}`}.pdf`;
      const destinations = await pdfDestinations(join(folder, "out/book", file));
      expect(destinations.find(({ name }) => name === slug)?.page, `${slug} in ${file}`).toBe(print.page);
    }
  });
});
