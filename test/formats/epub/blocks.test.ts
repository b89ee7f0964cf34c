import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { epub } from "../../../src/formats/epub/index.js";
import type { Library } from "../../../src/library/library.js";
import type { Finding } from "../../../src/library/rules/rule.js";
import { attribute, findAll, textIn } from "../../support/docx-parts.js";
import { markupToText } from "../../support/edition-texts.js";
import { buildEditions, temporaryFolder } from "../../support/editions.js";
import { type EpubParts, openEpub } from "../../support/epub.js";
import { checkEpub } from "../../support/epubcheck.js";
import { wordsOf } from "../../support/words.js";

const folder = temporaryFolder();
const LINES = 9000;
const SENTENCES = 7000;
const PAIRS = 700;

/** Single blocks of more than 300 kB: code, a paragraph, one of a script without blanks, a table whose cells cross rows. */
function writeBlocks(slug: string, body: string): string {
  const head = `---\nid: pat_01kj00000000000000000000${slug}\nslug: ${slug}\ntitle: Long ${slug}\ntags: { universality: domain, domain: roads }\nlicense: CC0\n---\n`;
  return `${head}\n## Overview\n\n${body}\n`;
}

const CODE = Array.from({ length: LINES }, (_, at) => `def step_${at}(way):  # the step of number ${at}`).join("\n");
const PARAGRAPH = Array.from({ length: SENTENCES }, (_, at) => `Sentence ${at} of *a long way* goes on and on.`).join(
  " ",
);
const UNBROKEN = "共有地需要看守".repeat(20_000);
const ROWS = Array.from(
  { length: PAIRS },
  (_, at) =>
    `<tr><th rowspan="2">Year ${at}</th><td>${"spring ".repeat(40)}</td></tr><tr><td>${"autumn ".repeat(20 + (at % 41))}</td></tr>`,
);

const CELL = `First ${"ledger ".repeat(50_000)}last`;
const WIDE_ROW = `<table><thead><tr><th>Way</th><th>Length</th><th>Ledger</th></tr></thead><tbody><tr><th scope="row">North</th><td>${CELL}</td><td>${"meadow ".repeat(20_000)}</td></tr><tr><td>South</td><td>short</td><td>none</td></tr></tbody></table>`;
const FOLDED = `<details><summary>How the way was made</summary>\n\n${Array.from({ length: 9000 }, (_, at) => `Stone ${at} was laid by hand.`).join("\n\n")}\n\n</details>`;

describe("blocks that are too long for one file", () => {
  let library: Library;
  let reported: Finding[];
  let parts: EpubParts;
  const out = join(folder, "out");

  beforeAll(async () => {
    const source = join(folder, "library");
    await mkdir(source);
    await writeFile(join(source, "aa.md"), writeBlocks("aa", `\`\`\`python\n${CODE}\n\`\`\``));
    await writeFile(join(source, "bb.md"), writeBlocks("bb", `${PARAGRAPH}\n\n${UNBROKEN}\n\n- ${PARAGRAPH}\n- Last`));
    await writeFile(join(source, "cc.md"), writeBlocks("cc", `<table>${ROWS.join("")}</table>`));
    await writeFile(join(source, "dd.md"), writeBlocks("dd", `${WIDE_ROW}\n\n${FOLDED}`));
    ({ library, reported } = await buildEditions({ source, out, formats: [epub] }));
    parts = await openEpub(join(out, "epub/patterns.epub"));
  });

  /** The files of a pattern, in reading order. */
  const filesOf = (number: number): string[] =>
    findAll(parts.xml("content.opf"), "item")
      .map((item) => attribute(item, "href"))
      .filter((href) => new RegExp(`^${number}(-\\d+)?\\.xhtml$`).test(href));

  it("are divided, so that no file is above 300 kB, and keep every word in order", async () => {
    for (const name of parts.entries) expect(parts.size(name), name).toBeLessThanOrEqual(300_000);
    expect(reported.filter(({ rule }) => rule === "ebook-files-are-small")).toEqual([]);
    for (const pattern of library.patterns) {
      const files = filesOf(pattern.number);
      expect(files.length, pattern.slug).toBeGreaterThan(2);
      const { sections } = await library.body(pattern);
      const words = wordsOf(sections.map(({ text }) => text).join("\n")).join("");
      // A file that goes on says of what: by its title, the head of its table, the name of what is folded away.
      const heads = new Set<string>();
      const pages = files.map((file) =>
        parts
          .text(file)
          .replace(/ aria-label="\d+ Long \w+"/g, "")
          .replace(/<(thead|summary)>[\s\S]*?<\/\1>/g, (head) => (heads.size < heads.add(head).size ? head : "")),
      );
      expect(wordsOf(pages.map(markupToText).join(" ")).join("").includes(words), pattern.slug).toBe(true);
    }
  });

  it("are code divided between its lines", () => {
    const code = filesOf(1).flatMap((file) => findAll(parts.xml(file), "pre").map(textIn));
    expect(code.length).toBeGreaterThan(2);
    for (const some of code.slice(0, -1)) expect(some.endsWith("\n")).toBe(true);
    expect(code.join("").trim()).toBe(CODE);
  });

  it("are paragraphs divided between their sentences", () => {
    const paragraphs = filesOf(2).flatMap((file) => findAll(parts.xml(file), "p").map(textIn));
    const long = paragraphs.filter((text) => text.includes("Sentence"));
    expect(long.length).toBeGreaterThan(2);
    for (const text of long) expect(text.trim()).toMatch(/^Sentence [\s\S]* on\.$/);
    expect(long.join(" ").replace(/\s+/g, " ").trim()).toBe(PARAGRAPH.replaceAll("*", ""));
  });

  it("are an item of a list, whose mark stands where it begins", () => {
    const items = filesOf(2).flatMap((file) => findAll(parts.xml(file), "li"));
    expect(items.length).toBeGreaterThan(3);
    expect(items.map((item) => attribute(item, "class") === "goes-on")).toEqual(
      items.map((_, at) => at > 0 && at < items.length - 1),
    );
  });

  it("are a table divided where no cell crosses", () => {
    const tables = filesOf(3).flatMap((file) => findAll(parts.xml(file), "table"));
    expect(tables.length).toBeGreaterThan(2);
    for (const table of tables) {
      const rows = findAll(table, "tr").map((row) => findAll(row, "th").length);
      expect(rows).toEqual(rows.map((_, at) => 1 - (at % 2)));
    }
  });

  it("are a row, whose cells go on in their columns under the same head", () => {
    const tables = filesOf(4).flatMap((file) => findAll(parts.xml(file), "table"));
    expect(tables.length).toBeGreaterThan(2);
    for (const table of tables)
      expect(findAll(table, "th").slice(0, 3).map(textIn)).toEqual(["Way", "Length", "Ledger"]);
    const rows = tables.flatMap((table) => findAll(table, "tr").slice(1));
    const columns = rows.map((row) =>
      [...findAll(row, "th"), ...findAll(row, "td")].map((cell) => textIn(cell).trim()),
    );
    for (const cells of columns) {
      expect(cells.flatMap((text, at) => (text.includes("ledger") && at !== 1 ? [at] : []))).toEqual([]);
      expect(cells.flatMap((text, at) => (text.includes("meadow") && at !== 2 ? [at] : []))).toEqual([]);
    }
    const column = columns
      .map(([, text = ""]) => text)
      .filter((text) => text !== "short")
      .join(" ");
    expect(column.replace(/\s+/g, " ").trim()).toBe(CELL);
  });

  it("are what can be folded away, under its name in every file", () => {
    const folded = filesOf(4).flatMap((file) => findAll(parts.xml(file), "details"));
    expect(folded.length).toBeGreaterThan(1);
    for (const some of folded) {
      expect(findAll(some, "summary").map(textIn)).toEqual(["How the way was made"]);
    }
    const stones = folded.flatMap((some) => findAll(some, "p").map((text) => textIn(text).trim()));
    expect(stones).toEqual(Array.from({ length: 9000 }, (_, at) => `Stone ${at} was laid by hand.`));
  });

  it("are valid", async () => {
    const { messages } = await checkEpub(join(out, "epub/patterns.epub"));
    expect(messages.filter(({ id }) => id !== "CSS-028")).toEqual([]);
  });

  it("that nothing divides, a heading say, are named with their file", async () => {
    const source = join(folder, "cell");
    await mkdir(source);
    await writeFile(join(source, "dd.md"), writeBlocks("dd", `<h3>${"word ".repeat(70_000)}</h3>\n\nA word.`));
    const { reported: found } = await buildEditions({ source, out: join(folder, "cell-out"), formats: [epub] });
    expect(found.filter(({ rule }) => rule === "ebook-files-are-small")).toEqual([
      expect.objectContaining({
        severity: "warning",
        found: expect.stringMatching(/^OEBPS\/1-2\.xhtml in epub\/patterns\.epub has 35\d kB$/),
        mend: expect.stringContaining("make the longest heading"),
      }),
    ]);
  });
});
