import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { pdf } from "../../../src/formats/pdf/index.js";
import { buildEditions, readingEdition, temporaryFolder } from "../../support/editions.js";
import { lineBoxes, type PageLines, pageTexts, pdfDestinations } from "../../support/poppler.js";

const folder = temporaryFolder();
const PATTERNS = 32;
// Below it stands nothing but what is to be read.
const HEAD = 60;

const two = (number: number): string => String(number).padStart(2, "0");
const items = (count: number): string => Array.from({ length: count }, (_, at) => `- stake ${at + 1}`).join("\n");
const THREE_LINES =
  "- Those who cut the reeds mark with a stake where each of them will cut, leave a strip of a yard between two strips for the birds, and never touch the seaward slope.";
// In an item with a list in it: three lines and two.
const ANNOUNCED = ["and each of them says to the others what he has seen there", "and"].map(
  (words) =>
    `- **At the dyke.** All those who cut reeds meet in the morning, look at the water together, ${words} thus agree:\n    - a first matter\n    - a second matter`,
);
const PARAGRAPH = "Those who cut the reeds meet on the dyke and say who cut where. ".repeat(5);

/** A pattern that begins so many lines further down that what follows comes to the foot of a page somewhere. */
function source(at: number): string {
  const [id, slug] = [`pat_01kj90301kqxqy5z18n27jwb${two(at)}`, `pattern-${two(at)}`];
  const tags =
    "tags:\n  universality: domain\n  domain: governance\n  category: [mechanism, framework]\n  origin: [academic]\n  commons_alignment: 4\nlicense: CC-BY-SA-4.0\n" +
    "graph_garden:\n  entities:\n    - { id: reed, label: Reed, relevance: 1 }\n    - { id: dyke, label: Dyke, relevance: 1 }";
  const assessment = ["Openness", "Governance", "Sharing"]
    .map((name, index) => `**${index + 1}. ${name} (${index + 2}/5):** Well.`)
    .join("\n\n");
  const parts = [
    `# 1. Overview\n\n${items(at)}`,
    `# 2. Core Principles\n\n${PARAGRAPH}They settle on this:\n\n- first\n- second`,
    `# 3. Key Practices\n\n${items(at % 7)}\n\n${PARAGRAPH}\n\n${`${THREE_LINES}\n`.repeat(9)}`,
    `# 4. Implementation\n\n${ANNOUNCED.join("\n").concat("\n").repeat(6)}\nOne line alone.\n\n${PARAGRAPH}`,
    `# 5. Commons Alignment Assessment\n\n${assessment}\n\n**Overall Score: 3/5**`,
    "# 6. Resources & References\n\n[1] Reeds, Ann. *The Cutting of Reeds*. 2001.",
  ];
  return `---\nid: ${id}\nslug: ${slug}\ntitle: Pattern ${two(at)}\n${tags}\n---\n\n${parts.join("\n\n")}\n`;
}

/** A pattern as some libraries have it: its headings twice, first with nothing under them. */
function bareHeadings(): string {
  const headings = Array.from({ length: 14 }, (_, index) => `# ${index + 1}. Overview ${index + 1}`).join("\n\n");
  const front = source(0).split("\n---\n")[0]?.replace(/00$/m, "99") ?? "";
  const named = front
    .replace("slug: pattern-00", "slug: bare-headings")
    .replace("Pattern 00", "Reeds with Bare Headings");
  return `${named}\n---\n\n${headings}\n\n# 1. Overview\n\n${PARAGRAPH}\n`;
}

/** The first pattern of a chapter, whose summary takes most of a page. */
function longSummary(): string {
  return (
    source(1)
      .replace(
        "pattern-01\ntitle: Pattern 01",
        `long-summary\ntitle: Summary at Length\nsummary: ${PARAGRAPH.repeat(4)}`,
      )
      .replace("domain: governance", "domain: works")
      // Another level, so that levels are parts and domains chapters.
      .replace("universality: domain", "universality: implementation")
      .replace(/01$/m, "98")
  );
}

describe("where pages and columns end", () => {
  const file = join(folder, "out/book/patterns.pdf");
  let pages: PageLines[];
  let texts: string[];
  let places: Map<string, number>;

  beforeAll(async () => {
    const library = join(folder, "library");
    mkdirSync(library);
    for (let at = 1; at <= PATTERNS; at++) writeFileSync(join(library, `${two(at)}.md`), source(at));
    writeFileSync(join(library, "bare.md"), bareHeadings());
    writeFileSync(join(library, "long.md"), longSummary());
    await buildEditions({ source: library, out: join(folder, "out"), formats: [pdf], config: readingEdition });
    pages = await lineBoxes(file);
    texts = await pageTexts(file);
    places = new Map((await pdfDestinations(file)).map(({ name, page }) => [name, page]));
  });

  /** The last line of every page. */
  function feet(): string[] {
    return pages.flatMap(({ lines }) => fromTop(lines).at(-1) ?? []);
  }

  /** The first line of every page, below its running head. */
  function heads(): string[] {
    return pages.flatMap(({ lines }) => fromTop(lines)[0] ?? []);
  }

  function fromTop(lines: PageLines["lines"]): string[] {
    const text = lines.filter(({ top }) => top > HEAD).sort((a, b) => a.bottom - b.bottom);
    return text.map((line) => line.text.replaceAll("\u00ad", ""));
  }

  test("no sentence that announces something is parted from it", () => {
    expect(texts.join("\n").replaceAll("\u00ad", "")).toMatch(/settle\s+on\s+this:/);
    expect(feet().filter((line) => line.endsWith(":"))).toEqual([]);
  });

  test("no heading ends a page with a single line, nor with the scores alone", () => {
    expect(feet().filter((line) => /^One line alone|^(Openness|Governance|Sharing)\b.*\d$/.test(line))).toEqual([]);
  });

  test("no page begins with the last line of an item", () => {
    expect(texts.join("\n")).toMatch(/seaward\s+slope\./);
    expect(heads().filter((line) => line.endsWith("slope."))).toEqual([]);
    expect(feet().filter((line) => line.includes("Those who cut the reeds mark"))).toEqual([]);
  });

  test("an item keeps its words together, and with the list that they announce", () => {
    expect(texts.join("\n")).toMatch(/–\s+a\s+first\s+matter/);
    expect(heads().filter((line) => /first.matter/.test(line))).toEqual([]);
    expect(heads().filter((line) => line.endsWith("agree:"))).toEqual([]);
    expect(feet().filter((line) => line.includes("At the dyke."))).toEqual([]);
  });

  test("headings with nothing under them do not part a title from its number", () => {
    const opening = texts[(places.get("bare-headings") ?? 1) - 1];
    expect(opening).toMatch(/^\s*\S+[\s\S]*33\s+Reeds with Bare Headings/);
    expect(opening).toContain("Overview");
  });

  test("a summary of most of a page does not part the name of its chapter from its number", () => {
    const opening = texts[(places.get("long-summary") ?? 1) - 1];
    expect(opening).toMatch(/Works[\s\S]*34\s+Summary at Length/);
  });

  test("a record is not parted, nor the number of a pattern from the title after it", () => {
    const record = /^Licence CC|^Status|^Short name|^Identifier|^Page http/;
    expect(texts.join("\n")).toMatch(/Identifier pat_/);
    expect(heads().filter((line) => record.test(line))).toEqual([]);
  });

  test("no page begins with the sum of a section", () => {
    expect(texts.join("\n")).toContain("Overall Score");
    expect(heads().filter((line) => line.startsWith("Overall Score"))).toEqual([]);
  });

  test("contents of one long chapter begin below their title", () => {
    const contents = texts[(places.get("matter--contents") ?? 1) - 1];
    expect(contents).toContain("Pattern 01");
    expect(contents).toContain("Pattern 20");
  });

  test("an entry of the index that goes on in another column says so there, and only there", () => {
    const from = (places.get("matter--index") ?? 0) - 1;
    const index = pages.slice(from, (places.get("matter--licence") ?? 0) - 1);
    const continued = index.flatMap(({ lines }) => lines.filter(({ text }) => text.includes("(continued)")));
    expect(continued.length).toBeGreaterThan(0);
    for (const { text } of continued) expect(text).toMatch(/^(Dyke|Reed) \(continued\)$/);
    for (const { lines } of index) {
      const [left, right] = [lines.filter((line) => line.left < 213), lines.filter((line) => line.left >= 213)];
      for (const column of [left, right].map((all) => all.filter(({ top }) => top > HEAD))) {
        const said = column.filter(({ text }) => text.includes("(continued)"));
        expect(said.map(({ top }) => top)).toEqual(said.map(() => Math.min(...column.map(({ top }) => top))));
      }
    }
    // Where the list begins what will be said again is not printed, nor read out.
    const text = texts.slice(from, from + index.length).join("\n");
    expect(text.match(/^Reed$/gm)).toHaveLength(1);
  });
});
