import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { epub } from "../../../src/formats/epub/index.js";
import type { Format } from "../../../src/formats/format.js";
import type { PrintedPage } from "../../../src/formats/locations.js";
import type { Finding } from "../../../src/library/rules/rule.js";
import { attribute, findAll, textIn } from "../../support/docx-parts.js";
import { buildEditions, temporaryFolder } from "../../support/editions.js";
import { type EpubParts, openEpub } from "../../support/epub.js";
import { checkEpub } from "../../support/epubcheck.js";

const folder = temporaryFolder();
const PATTERNS = 40;
const PAGES = 200;

/** A printed edition in which every pattern has so many pages. */
const printed: Format = {
  name: "printed",
  gives: ["pages"],
  async *render({ patterns }) {
    const pagesOf = (at: number): PrintedPage[] =>
      Array.from({ length: PAGES }, (_, page) => ({
        volume: 1,
        label: String(at * PAGES + page + 1),
        block: page === 0 ? null : "end",
      }));
    yield { stands: { pages: new Map(patterns.map(({ id }, at) => [id, pagesOf(at)])) } };
  },
};

describe("an e-book with more printed pages than a file has room for", () => {
  let parts: EpubParts;
  const out = join(folder, "out");
  const source = join(folder, "library");
  const make = async (): Promise<Finding[]> =>
    (await buildEditions({ source, out, formats: [printed, epub] })).reported;
  let reported: Finding[];

  beforeAll(async () => {
    await mkdir(source);
    for (let at = 10; at < 10 + PATTERNS; at++) {
      const head = `---\nid: pat_01kj000000000000000000${at}zz\nslug: way-${at}\ntitle: Way ${at}\ntags: { universality: domain, domain: roads }\nlicense: CC0\n---\n`;
      await writeFile(join(source, `way-${at}.md`), `${head}\n## Overview\n\nA way of ${at} bends.\n`);
    }
    reported = await make();
    parts = await openEpub(join(out, "epub/patterns.epub"));
  });

  it("lists one in so many of them, marks all, and has no file above 300 kB", () => {
    for (const entry of parts.entries) expect(parts.size(entry), entry).toBeLessThanOrEqual(300_000);
    const [, , list] = findAll(parts.xml("toc.xhtml"), "nav");
    const labels = list ? findAll(list, "a").map(textIn) : [];
    expect(labels.slice(0, 4)).toEqual(["1", "2", "4", "6"]);
    expect(labels.at(-1)).toBe(String(PATTERNS * PAGES));
    for (let number = 1; number <= PATTERNS; number++) {
      const marks = findAll(parts.xml(`${number}.xhtml`), "span").filter(
        (span) => attribute(span, "role") === "doc-pagebreak",
      );
      expect(marks).toHaveLength(PAGES);
    }
  });

  it("says what its contents do without, from the cache too", async () => {
    const said = [
      [
        "info",
        expect.stringMatching(/^OEBPS\/toc\.xhtml in epub\/patterns\.epub .*: one in 2 printed pages is listed$/),
      ],
      ["info", expect.stringMatching(/^OEBPS\/toc\.ncx in epub\/patterns\.epub .*: no printed page is listed$/)],
    ];
    const told = (findings: Finding[]): unknown[] =>
      findings.filter(({ rule }) => rule === "ebook-files-are-small").map(({ severity, found }) => [severity, found]);
    expect(told(reported)).toEqual(said);
    expect(told(await make())).toEqual(said);
  });

  it("is valid", async () => {
    const { messages } = await checkEpub(join(out, "epub/patterns.epub"));
    expect(messages.filter(({ id }) => id !== "CSS-028")).toEqual([]);
  });
});
