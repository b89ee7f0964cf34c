import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../../src/browser/launch.js";
import { readConfig } from "../../src/config/read-config.js";
import { epub } from "../../src/formats/epub/index.js";
import { pdf } from "../../src/formats/pdf/index.js";
import type { NumberedPattern } from "../../src/library/pattern.js";
import { judgeAccess } from "../support/ace.js";
import { buildEditions, ROOT, temporaryFolder } from "../support/editions.js";
import { ENGINES } from "../support/engines.js";
import { type EpubParts, openEpub } from "../support/epub.js";
import { checkEpub } from "../support/epubcheck.js";
import { openReader, type Reader, type Shown } from "../support/reader.js";

const CORPUS = join(ROOT, "../shared/corpus");
/** Chooses the links that are followed: any number would do, but it has to stay. */
const SEED = 2_025;
const run = promisify(execFile);
/** What EPUBCheck notes of any package with fonts, and of elements that a library's own HTML may use. */
const NOTED = new Set(["CSS-028", "HTM-055", "HTM_055"]);

describe("the e-book of our own library", () => {
  const folder = temporaryFolder();
  let file: string;
  let parts: EpubParts;

  beforeAll(async () => {
    const config = await readConfig(join(ROOT, "book.yaml"));
    await buildEditions({ source: config.source, out: folder, formats: [pdf, epub], config });
    file = join(folder, `epub/${config.book.slug}.epub`);
    parts = await openEpub(file);
  });

  it("is valid, with the pages of the printed book, to EPUBCheck", async () => {
    const { messages } = await checkEpub(file);
    expect(messages.filter(({ id }) => !NOTED.has(id))).toEqual([]);
  });

  it("breaks no rule of accessibility that Ace knows", async () => {
    const { files, violations } = await judgeAccess(file, join(folder, "ace"));
    expect(files).toBeGreaterThan(60);
    expect(violations).toEqual([]);
  });

  it("has a cover that is no heavier than a page may be", () => {
    expect(parts.bytes("cover.png").length).toBeLessThan(300_000);
  });

  it("is converted for Kindle by calibre, which has nothing to say against it", async () => {
    const { stdout, stderr } = await run("ebook-convert", [file, join(folder, "book.azw3")], { maxBuffer: 1 << 26 });
    expect(existsSync(join(folder, "book.azw3"))).toBe(true);
    const lines = `${stdout}\n${stderr}`.split("\n");
    expect(lines.filter((line) => /warning|error|invalid|unexpected|not found|missing|could not/i.test(line))).toEqual(
      [],
    );
  });

  describe("in a reader that somebody else wrote", () => {
    let browser: Browser;
    let reader: Reader;
    let shown: Shown;

    beforeAll(async () => {
      browser = await launchBrowser(folder);
      reader = await openReader(browser, file);
      shown = await reader.shown();
    });
    afterAll(() => browser.close());

    it.each(ENGINES)("shows every picture in %s", async (_, engine) => {
      const pages = parts.entries.filter((name) => name.endsWith(".xhtml"));
      const count = pages.flatMap((name) => parts.text(name.replace("OEBPS/", "")).match(/<img /g) ?? []).length;
      const shown = await engine(browser, file);
      expect(shown).toHaveLength(count);
      expect(shown.filter(({ pixels, width, height }) => pixels === 0 || width < 50 || height < 50)).toEqual([]);
    });

    it("has every page in its reading order, and every entry of its contents and landmarks", () => {
      const navigation = parts.text("toc.xhtml");
      const [contents = "", landmarks = ""] = navigation.split(/epub:type="landmarks"/);
      expect(shown.spine).toHaveLength(parts.text("content.opf").match(/<itemref /g)?.length ?? 0);
      expect(shown.contents).toBe(contents.split(/epub:type="page-list"/)[0]?.match(/<a /g)?.length);
      expect(shown.landmarks).toHaveLength(landmarks.split("</nav>")[0]?.match(/<a /g)?.length ?? 0);
    });

    it("has the pages of the printed book in its page list", () => {
      const [, pages = ""] = parts.text("toc.xhtml").split('epub:type="page-list"');
      expect(shown.pages).toBe(pages.split("</nav>")[0]?.match(/<a /g)?.length);
      expect(shown.pages).toBeGreaterThan(150);
    });

    it("lands by twenty random links on what they name", async () => {
      const links = await reader.links();
      expect(links.length).toBeGreaterThan(500);
      for (const href of shuffle(links, SEED).slice(0, 20)) {
        expect([href, await reader.follow(href)]).toEqual([href, { file: href.split("#")[0], inSight: true }]);
      }
    });

    it("finds a phrase of the text where it stands", async () => {
      const { patterns } = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
      const where = patterns.find(({ slug }: { slug: string }) => slug === "subsidiarity").epub;
      expect(await reader.search("The stairwell needs painting")).toEqual([where.replace("OEBPS/", "")]);
    });
  });
});

describe.skipIf(!existsSync(CORPUS))("the e-book of a hundred patterns of the corpus", () => {
  const folder = temporaryFolder();

  it("breaks no rule of accessibility that Ace knows", async () => {
    await buildEditions({ source: CORPUS, out: folder, formats: [epub], matches: stratify(100) });
    const { files, violations } = await judgeAccess(join(folder, "epub/patterns.epub"), join(folder, "ace"));
    expect(files).toBeGreaterThan(80);
    expect(violations).toEqual([]);
  });
});

/** In an order that looks random and is the same for the same seed (keys of Lehmer's generator, MINSTD). */
function shuffle<Item>(items: readonly Item[], seed: number): Item[] {
  let state = seed;
  const keyed = items.map((item) => {
    state = (state * 48_271) % 2_147_483_647;
    return { item, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** Takes of every dialect at every level the first, and then every so many, at most `most` in all. */
function stratify(most: number): (pattern: NumberedPattern) => boolean {
  const seen = new Map<string, number>();
  let taken = 0;
  return ({ dialect, universality }) => {
    const stratum = `${dialect} ${universality}`;
    const count = seen.get(stratum) ?? 0;
    seen.set(stratum, count + 1);
    if (taken >= most || count % 4 !== 0) return false;
    taken += 1;
    return true;
  };
}
