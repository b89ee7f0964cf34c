import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { pdf } from "../../../src/formats/pdf/index.js";
import { pageGeometry } from "../../../src/formats/pdf/trim.js";
import { buildEditions, readingEdition, temporaryFolder } from "../../support/editions.js";
import { lineBoxes, type PageLines, pdfFonts } from "../../support/poppler.js";

const folder = temporaryFolder();
const geometry = pageGeometry("6x9in", 14);
const SENTENCE = "Those who cut the reeds meet on the dyke each spring and say who cut where. ";
const LONG_ITEM = `begins so: ${SENTENCE.repeat(4)}`;
const ROW = "| Dyke |".concat(" some reeds dusk |".repeat(8));

const BODY = `# 1. Overview

${SENTENCE}

98. ninety-eight
99. ninety-nine
100. a hundred

Far on:

9998. nearly
9999. so
10000. there

Long ones:

1. Tight ${LONG_ITEM}
2. Second ${LONG_ITEM}

Short ones:

- ${SENTENCE.repeat(2)}

- ${SENTENCE.repeat(2)}

<dl><dt>Dyke</dt><dd>What holds the water back.</dd></dl>

<details><summary>More on dykes</summary>

Folded words are words.

</details>

Press <kbd>Ctrl</kbd>, read <samp>done</samp>.

\`\`\`
cut(${"reeds, ".repeat(16)}spring)
\`\`\`

# 2. Core Principles

## Two

### Three

Third.

#### Four

Fourth.

##### Five

Fifth.

###### Deepest

${SENTENCE}

| Place ${"| Longer heading ".repeat(8)}|
|${"---|".repeat(9)}
${ROW}
${ROW}

Read ${"https://example.org/reeds-and-dykes/of-the-north-shore/cut-in-spring ".repeat(6)}

| | |
|---|---|
| headless | table |
`;

describe("blocks of text in print", () => {
  const file = join(folder, "out/book/patterns.pdf");
  let pages: PageLines[];
  let lines: { page: number; text: string; left: number; right: number }[];
  let reported: string[];

  beforeAll(async () => {
    const library = join(folder, "library");
    mkdirSync(library);
    const page = "page_url: https://example.org/reeds-and-dykes-of-the-north-shore-and-of-the-south-shore-too";
    const head = `id: reeds\nslug: reeds\ntitle: Reeds\ntags: { universality: domain, domain: water }\n${page}`;
    writeFileSync(join(library, "reeds.md"), `---\n${head}\n---\n\n${BODY}`);
    const built = await buildEditions({
      source: library,
      out: join(folder, "out"),
      formats: [pdf],
      config: readingEdition,
      cacheFolder: join(folder, "cache"),
    });
    reported = built.reported.map(({ rule }) => rule);
    pages = await lineBoxes(file);
    lines = pages.flatMap((page, at) =>
      page.lines.map(({ text, left, right }) => ({
        page: at,
        text: text.replaceAll("\u00ad", ""),
        left: left - blockStart(at),
        right: right - blockStart(at),
      })),
    );
  });

  function blockStart(page: number): number {
    return page % 2 === 0 ? geometry.inner : geometry.outer;
  }

  function lineOf(words: string): { page: number; left: number; right: number } {
    const found = lines.find(({ text }) => text.includes(words));
    expect(found, words).toBeDefined();
    return found ?? { page: 0, left: 0, right: 0 };
  }

  test("numbers of three figures and more stand within the text block", () => {
    for (const number of ["98.", "100.", "9998.", "10000."]) expect(lineOf(number).left, number).toBeGreaterThan(-0.5);
    expect(lineOf("100. a").left).toBeLessThan(10);
  });

  test("long items are justified, written with blank lines between them or without; short ones are not", () => {
    const measure = geometry.width - geometry.inner - geometry.outer;
    const endsFrom = (words: string, count: number): number[] => {
      const start = lines.findIndex(({ text }) => text.includes(words));
      return lines.slice(start, start + count).map(({ right }) => right);
    };
    for (const right of endsFrom("Tight begins", 3)) expect(Math.abs(right - measure)).toBeLessThan(1);
    const [first = 0, second = 0] = endsFrom("• Those", 2);
    expect(Math.min(first, second)).toBeLessThan(measure - 2);
  });

  test("what a term means stands below it, deeper", () => {
    expect(lineOf("What holds").left).toBeGreaterThan(lineOf("Dyke").left + 10);
  });

  test("what is folded on a screen is printed", () => {
    expect(lines.some(({ text }) => text.includes("Folded words are words"))).toBe(true);
  });

  test("keys and samples are set in the face of code", async () => {
    expect(reported).not.toContain("fonts-cover-text");
    for (const { name } of await pdfFonts(file)) expect(name).toMatch(/Source|STIX|Noto/);
  });

  test("a line of code that does not fit goes on deeper", () => {
    const start = lines.findIndex(({ text }) => text.startsWith("cut("));
    expect(lines[start + 1]?.left).toBeGreaterThan((lines[start]?.left ?? 0) + 10);
  });

  test("a heading of the lowest level is one", async () => {
    const deepest = lineOf("Deepest");
    const above = lines.findIndex(({ text }) => text === "Deepest");
    expect(lines[above - 2]?.text).toBe("Five");
    expect(deepest.left).toBeLessThan(1);
    const fonts = await pdfFonts(file);
    expect(fonts.some(({ name }) => /Semibold.*It/i.test(name))).toBe(true);
  });

  test("no line ends in a hyphen or a point of an address, in the text or in the record", () => {
    const words = new Set("reeds and dykes of the north south shore cut in spring too".split(" "));
    const ends = lines.filter(({ text }) => /\/\S*$/.test(text) && words.has(/(\w+)[-.]$/.exec(text)?.[1] ?? ""));
    expect(ends.map(({ text }) => text)).toEqual([]);
    expect(
      lines.filter(({ text }) => /^[-/](?:of|north|shore|cut|in|spring|dykes|and)/.test(text)).length,
    ).toBeGreaterThan(3);
  });

  test("short words of a narrow cell are not cut", () => {
    const words = lines.map(({ text }) => text).join(" ");
    expect(words.match(/\bdusk\b/g)?.length).toBe(16);
  });
});
