import { join } from "node:path";
import { inflateSync, strFromU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { fromXml } from "xast-util-from-xml";
import type { Page } from "../../../src/formats/epub/pages/document.js";
import { indexPages } from "../../../src/formats/epub/pages/index-pages.js";
import { readLocale } from "../../../src/page/locale.js";
import { templateFolders } from "../../../src/page/template-files.js";
import { openTemplates } from "../../../src/page/templates.js";
import { attribute, findAll, textIn } from "../../support/docx-parts.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";

const source = join(ROOT, "test/fixtures/epub/library");
const folder = temporaryFolder();

function unpack({ packed, ...page }: Page): Page & { xhtml: string } {
  return { ...page, packed, xhtml: strFromU8(inflateSync(packed.data)) };
}

describe("the index of an EPUB", () => {
  it("has a file or more for each letter when one would be too large, and leads from each to all letters", async () => {
    const { library } = await buildEditions({ source, out: join(folder, "index"), formats: [] });
    const folders = templateFolders(undefined);
    const locale = readLocale(folders, "en", {});
    const desk = { templates: openTemplates(folders, locale), locale };
    const pages = indexPages(library, desk, undefined, 1000).map(unpack);
    const [whole] = indexPages(library, desk).map(unpack);
    const letters = whole ? findAll(fromXml(whole.xhtml), "h2").map(textIn) : [];
    expect(letters.length).toBeGreaterThan(5);
    expect(pages.length).toBeGreaterThanOrEqual(letters.length);
    expect(pages.map(({ landmark }) => landmark)).toEqual(["index", ...pages.slice(1).map(() => undefined)]);
    const entries = (page: { xhtml: string }): string[] => findAll(fromXml(page.xhtml), "li").map(textIn);
    expect(pages.flatMap(entries).filter((line) => line.length > 1)).toEqual(
      whole ? entries(whole).filter((line) => line.length > 1) : [],
    );
    for (const { xhtml } of pages) {
      const [jumps] = findAll(fromXml(xhtml), "nav");
      const targets = jumps ? findAll(jumps, "a").map((link) => attribute(link, "href").split("#")) : [];
      expect(jumps && findAll(jumps, "a").map(textIn)).toEqual(letters);
      expect(
        targets.every(([file, id]) => pages.some((page) => page.file === file && page.xhtml.includes(`id="${id}"`))),
      ).toBe(true);
    }
  });
});
