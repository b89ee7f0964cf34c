import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { epub } from "../../../src/formats/epub/index.js";
import type { Library } from "../../../src/library/library.js";
import { attribute, findAll, textIn } from "../../support/docx-parts.js";
import { markupToText } from "../../support/edition-texts.js";
import { buildEditions, temporaryFolder } from "../../support/editions.js";
import { type EpubParts, openEpub } from "../../support/epub.js";
import { checkEpub } from "../../support/epubcheck.js";
import { missingInOrder, wordsOf } from "../../support/words.js";

const folder = temporaryFolder();
const SECTIONS = 60;
const ITEMS = 4000;
const ROWS = 1200;

/**
 * A pattern of more than a megabyte: sections, a list and a table that are too long for a file, the table in letters of
 * three bytes, a citation far from its reference.
 */
function writeLong(): string {
  const sections = Array.from({ length: SECTIONS }, (_, at) => {
    const words = Array.from({ length: 900 }, (_, word) => `word-${at}-${word}`);
    return `## Section ${at}\n\n${words.join(" ")} [1]\n\n`;
  });
  const items = Array.from(
    { length: ITEMS },
    (_, at) => `${at + 7}. step ${at} of a very long way that goes on and on\n`,
  );
  const rows = Array.from({ length: ROWS }, (_, at) => `| row ${at} | ${"共有地需要看守".repeat(40)} |\n`);
  const table = `| Year | Ledger |\n| --- | --- |\n${rows.join("")}`;
  const head =
    "---\nid: pat_01kj00000000000000000000zz\nslug: long-way\ntitle: A Long Way\ntags:\n  universality: domain\n  domain: roads\nlicense: CC0\n---\n";
  return `${head}\n${sections.join("")}## Steps\n\n${items.join("")}\n## Ledger\n\n${table}\n## References\n\n[1] Walker (1999), On Foot\n`;
}

describe("a pattern that is too long for one file", () => {
  let library: Library;
  let parts: EpubParts;
  let files: string[];
  const out = join(folder, "out");

  beforeAll(async () => {
    const source = join(folder, "library");
    await mkdir(source);
    await writeFile(join(source, "long-way.md"), writeLong());
    ({ library } = await buildEditions({ source, out, formats: [epub] }));
    parts = await openEpub(join(out, "epub/patterns.epub"));
    files = findAll(parts.xml("content.opf"), "item")
      .map((item) => attribute(item, "href"))
      .filter((href) => /^1(-\d+)?\.xhtml$/.test(href));
  });

  it("goes on in others, none of them above 300 kB, in the order of the book", () => {
    expect(files).toEqual(files.map((_, at) => (at === 0 ? "1.xhtml" : `1-${at + 1}.xhtml`)));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) expect(parts.bytes(file).length, file).toBeLessThan(300_000);
    const spine = findAll(parts.xml("content.opf"), "itemref").map((item) => attribute(item, "idref"));
    const at = spine.indexOf("page-1");
    expect(spine.slice(at, at + files.length)).toEqual(files.map((file) => `page-${file.replace(".xhtml", "")}`));
  });

  it("keeps every word, in order", async () => {
    const [pattern] = library.patterns;
    const { sections } = pattern ? await library.body(pattern) : { sections: [] };
    const words = wordsOf(sections.flatMap(({ title, text }) => [title, text]).join("\n"));
    const pages = files.map((file) => markupToText(parts.text(file))).join("\n");
    expect(words.length).toBeGreaterThan(SECTIONS * 900);
    expect(missingInOrder(words, wordsOf(pages))).toEqual([]);
  });

  it("goes on counting in its list, and leaves no heading at the end of a file", () => {
    const items = (file: string): number =>
      findAll(parts.xml(file), "li").filter((item) => /^step /.test(textIn(item).trim())).length;
    const lists = files.flatMap((file) =>
      findAll(parts.xml(file), "ol")
        .filter((list) => /step \d/.test(textIn(list)))
        .map((list) => ({ file, start: attribute(list, "start") })),
    );
    expect(lists.length).toBeGreaterThan(1);
    let next = 7;
    for (const { file, start } of lists) {
      expect(Number(start)).toBe(next);
      next += items(file);
    }
    expect(next).toBe(7 + ITEMS);
    for (const file of files) expect(parts.text(file)).not.toMatch(/<\/h[1-6]>\s*(<\/(section|div)>\s*)*<\/body>/);
  });

  it("goes on with its table under the same head, row after row", () => {
    const tables = files.flatMap((file) => findAll(parts.xml(file), "table"));
    expect(tables.length).toBeGreaterThan(2);
    for (const table of tables) expect(findAll(table, "th").map(textIn)).toEqual(["Year", "Ledger"]);
    const years = tables.flatMap((table) => findAll(table, "tr").flatMap((row) => findAll(row, "td").slice(0, 1)));
    expect(years.map((cell) => textIn(cell).trim())).toEqual(Array.from({ length: ROWS }, (_, at) => `row ${at}`));
  });

  it("still leads from a citation to its reference and back, and is valid", async () => {
    const [first = ""] = files;
    const [citation] = findAll(parts.xml(first), "a").filter((link) => attribute(link, "epub:type") === "biblioref");
    const [file = "", id = ""] = (citation ? attribute(citation, "href") : "").split("#");
    expect(file).toBe(files.at(-1));
    expect(parts.text(file)).toContain(`id="${id}"`);
    const { messages } = await checkEpub(join(out, "epub/patterns.epub"));
    expect(messages.filter(({ id: rule }) => rule !== "CSS-028")).toEqual([]);
  });
});
