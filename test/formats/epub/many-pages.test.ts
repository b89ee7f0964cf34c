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
const PATTERNS = 20;
const PAGES = 60;

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

describe("an e-book with very many printed pages", () => {
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

  it("lists and marks every one, and says nothing of how large its lists are: nobody pages through them", () => {
    expect(reported.filter(({ rule }) => rule === "ebook-files-are-small")).toEqual([]);
    const spine = parts.entries.filter((entry) => !/\/(?:toc|content)\.\w+$/.test(entry));
    for (const entry of spine) expect(parts.size(entry), entry).toBeLessThanOrEqual(300_000);
    const [, , list] = findAll(parts.xml("toc.xhtml"), "nav");
    const labels = list ? findAll(list, "a").map(textIn) : [];
    expect(labels).toEqual(Array.from({ length: PATTERNS * PAGES }, (_, at) => String(at + 1)));
    for (let number = 1; number <= PATTERNS; number++) {
      const marks = findAll(parts.xml(`${number}.xhtml`), "span").filter(
        (span) => attribute(span, "role") === "doc-pagebreak",
      );
      expect(marks).toHaveLength(PAGES);
    }
  });

  it("is valid", async () => {
    const { messages } = await checkEpub(join(out, "epub/patterns.epub"));
    expect(messages.filter(({ id }) => id !== "CSS-028")).toEqual([]);
  });
});
