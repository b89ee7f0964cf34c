import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fromXml } from "xast-util-from-xml";
import { indexPages } from "../src/formats/epub/pages/index-pages.js";
import { readLocale } from "../src/page/locale.js";
import { templateFolders } from "../src/page/template-files.js";
import { openTemplates } from "../src/page/templates.js";
import { attribute, findAll } from "./support/docx-parts.js";
import { buildEditions, ROOT, temporaryFolder } from "./support/editions.js";

const source = join(ROOT, "test/fixtures/epub/library");
const folder = temporaryFolder();

describe("the index of an EPUB", () => {
  it("has a file for each letter when one would be too large, and leads from each to all", async () => {
    const { library } = await buildEditions({ source, out: join(folder, "index"), formats: [] });
    const folders = templateFolders(undefined);
    const desk = { templates: openTemplates(folders, "en"), locale: readLocale(folders, "en", {}) };
    const pages = indexPages(library, desk, 2000);
    expect(pages.map(({ file }) => file)).toEqual([
      "index.xhtml",
      ...[2, 3, 4, 5, 6, 7].map((at) => `index-${at}.xhtml`),
    ]);
    for (const { xhtml } of pages) {
      const [jumps] = findAll(fromXml(xhtml), "nav");
      const targets = jumps ? findAll(jumps, "a").map((link) => attribute(link, "href").split("#")) : [];
      expect(targets.map(([file]) => file)).toEqual(pages.map(({ file }) => file));
      expect(
        targets.every(([file, id]) => pages.some((page) => page.file === file && page.xhtml.includes(`id="${id}"`))),
      ).toBe(true);
    }
  });
});
