import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/read-config.js";
import { dataset } from "../../src/formats/dataset/index.js";
import { docx } from "../../src/formats/docx/index.js";
import { epub } from "../../src/formats/epub/index.js";
import { pdf } from "../../src/formats/pdf/index.js";
import { buildEditions, ROOT, temporaryFolder } from "../support/editions.js";
import { type EpubParts, openEpub } from "../support/epub.js";
import { checkEpub } from "../support/epubcheck.js";
import { pageTexts } from "../support/poppler.js";

const source = join(ROOT, "test/fixtures/groups/source");
const folder = temporaryFolder();

const READ = `read:
  - { files: foreword.md, as: front }
  - { files: glossary.md, as: back }
  - { files: "tried*.md", as: opening }
  - { files: "*/*.md", as: pattern }
`;

async function build(
  name: string,
  order: string,
): Promise<{ book: string[]; ebook: EpubParts; card: string; page: string; epubFile: string }> {
  const out = join(folder, name);
  const text = `${READ}order: ${order}\npdf: { cover: false, press: false }\nbook: { title: Bread and Water }\n`;
  await buildEditions({ source, out, formats: [pdf, epub, docx, dataset], config: parseConfig(text, "book.yaml") });
  const epubFile = join(out, "epub/patterns.epub");
  const cards = join(out, "handouts/cards");
  const card = (await readdir(cards)).find((file) => file.includes("two-buckets")) ?? "";
  return {
    book: await pageTexts(join(out, "book/patterns.pdf")),
    ebook: await openEpub(epubFile),
    card: await docxText(join(cards, card)),
    page: await readFile(join(out, "dataset/index.html"), "utf8"),
    epubFile,
  };
}

describe("a library by two fields", () => {
  let built: Awaited<ReturnType<typeof build>>;
  beforeAll(async () => {
    built = await build(
      "two",
      "{ by: [stage, topic], names: { tried: { name: Tried, sentence: It held. }, new: Fresh } }",
    );
  });

  it("has parts and chapters with the names that they are given, or that files write", () => {
    const { book, ebook } = built;
    expect(book.some((page) => /PART ONE\s+Tried\s+It held\./i.test(page))).toBe(true);
    expect(book.some((page) => /Bread & Heat/.test(page))).toBe(true);
    expect(book.some((page) => /PART THREE\s+Other patterns/i.test(page))).toBe(true);
    const contents = labels(ebook.text("toc.xhtml"));
    expect(contents).toContain("Part One: Tried > iPhone repair > 2 Warm Stones");
    expect(contents).toContain("Part Three: Other patterns > Bread & Heat > 5 Rain Day");
    expect(ebook.text("chapters.xhtml")).toContain("Patterns by topic");
  });

  it("sets the texts of the library before, after and where a part or a chapter opens", () => {
    const { book, ebook } = built;
    const at = (words: RegExp): number => book.findIndex((page) => words.test(page));
    const contents = at(/^Contents/m);
    expect(at(/^A Word Before\s+We met at the oven/m)).toBeGreaterThan(contents);
    expect(at(/Seven villages do what stands here/)).toBe(at(/PART ONE\s+Tried/i));
    expect(at(/On dough\s+Dough is patient[\s\S]*Slow Dough/)).toBeGreaterThan(0);
    expect(at(/Words of the Village\s+Hearth: where everyone sits/)).toBeGreaterThan(at(/Rain Day/));
    expect(book[contents]).toMatch(/A Word Before/);
    expect(ebook.text("text-foreword.xhtml")).toContain('<a href="3.xhtml">the fire</a>');
    expect(ebook.text("part-tried.xhtml")).toContain("Seven villages");
    expect(ebook.text("chapter-tried-1.xhtml")).toContain("Dough is patient");
    const spine = [...ebook.text("content.opf").matchAll(/idref="page-([^"]+)"/g)].map(([, name]) => name);
    expect(spine.indexOf("text-foreword")).toBeLessThan(spine.indexOf("part-tried"));
    expect(spine.indexOf("text-glossary")).toBeGreaterThan(spine.indexOf("5"));
  });

  it("names the groups on cards and in the dataset's page", () => {
    expect(built.card).toContain("Fresh · iPhone repair");
    expect(built.page).toContain("Patterns by stage");
    // Examples of code name the columns of the dataset, which are the same in every library.
    const read = built.page.replace(/<(pre|style)\b[\s\S]*?<\/\1>/g, "");
    expect(read).not.toMatch(/level|domain/i);
  });

  it("is a sound e-book", async () => {
    const { messages } = await checkEpub(built.epubFile);
    expect(messages.filter(({ severity }) => severity !== "USAGE")).toEqual([]);
  });
});

describe("a library without any grouping", () => {
  let built: Awaited<ReturnType<typeof build>>;
  beforeAll(async () => {
    built = await build("none", "{ by: [] }");
  });

  it("is a plain list by number, in print and in the e-book", () => {
    const { book, ebook } = built;
    const text = book.join("\n");
    expect(text).not.toMatch(/\bPart\b|\blevels?\b|\bdomains?\b|Other patterns|undefined|null/i);
    expect(text).toMatch(/Contents[\s\S]*1\s+Rain Day[\s\S]*5\s+Warm Stones/);
    expect(labels(ebook.text("toc.xhtml"))).toContain("1 Rain Day");
    expect(ebook.entries.filter((entry) => /part-|chapter/.test(entry))).toEqual([]);
    expect(ebook.text("guide.xhtml")).not.toMatch(/level|domain/i);
  });

  it("keeps the texts that open what it does not name, before the patterns", () => {
    expect(built.book.join("\n")).toMatch(/Tried things\s+Seven villages/);
    expect(built.ebook.text("text-tried.xhtml")).toContain("Seven villages");
  });

  it("has no line for groups on cards, no charts in the dataset", () => {
    expect(built.card).not.toMatch(/ · iPhone/);
    expect(built.page).not.toContain('class="charts"');
  });

  it("is a sound e-book", async () => {
    const { messages } = await checkEpub(built.epubFile);
    expect(messages.filter(({ severity }) => severity !== "USAGE")).toEqual([]);
  });
});

/** The lines of a navigation document, each with those above it. */
function labels(xhtml: string): string[] {
  const lines: string[] = [];
  const above: string[] = [];
  for (const [tag, label] of xhtml.matchAll(/<ol>|<\/ol>|<a href="[^"]*">([^<]*)<\/a>/g)) {
    if (tag === "<ol>") above.push("");
    else if (tag === "</ol>") above.pop();
    else if (label !== undefined && above.length > 0) {
      above[above.length - 1] = label.replaceAll("&#x26;", "&");
      lines.push(above.join(" > "));
    }
  }
  return lines;
}

async function docxText(file: string): Promise<string> {
  const parts = unzipSync(await readFile(file));
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join("");
}
