import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { strFromU8 } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultConfig } from "../../src/config/read-config.js";
import { dataset } from "../../src/formats/dataset/index.js";
import { docx } from "../../src/formats/docx/index.js";
import { epub } from "../../src/formats/epub/index.js";
import { pdf } from "../../src/formats/pdf/index.js";
import { readText } from "../support/dataset.js";
import { inspectDocx } from "../support/docx-gate.js";
import { openParts } from "../support/docx-parts.js";
import { buildEditions, readingEdition, temporaryFolder } from "../support/editions.js";
import { openEpub } from "../support/epub.js";
import { checkEpub } from "../support/epubcheck.js";
import { pdfStructure } from "../support/pdf-structure.js";

const folder = temporaryFolder();
const slow = 240_000;

/** Patterns whose files, slugs and titles are at odds; every link says where it leads. */
const FILES: Record<string, string> = {
  "bread/index.md":
    "---\ntitle: Bread\nrelated: ['[[Water]]']\n---\n\n## Making\n\nLinks: [to water](../water/index.md), " +
    "[to depth](../water/index.md#2-how-deep), [[water#Low Tide|to tide]], [to mark](../water/#mark), [to salt](salt.md), " +
    "[to web](example.org/salt), [to nothing](water.md), [to nowhere](../water/index.md#nowhere), [down](#baking).\n\n" +
    "## Baking\n\nWith [[No such page|fire]].\n\n# References\n\n1. Example, A. (2001) *Salt*. [Online](www.example.org/a).\n",
  "bread/salt.md": "---\ntitle: Salt\nslug: sea\n---\n\n## Taste\n\nA pinch, [of bread](index.md#baking).\n",
  "water/index.md":
    "---\ntitle: Water\n---\n\n## 1. Where\n\nIn the well.\n\n## 2. How deep?\n\nDeep.\n\n### Low Tide\n\nLower.\n\n" +
    '<a name="mark"></a>\n\n- A mark in a list.\n',
};
// No pattern has this file name, and one has this slug.
const WEB: Record<string, string> = {
  "sea.md": "---\ntitle: Sea\npage_url: https://patterns.example.org/sea/\n---\n\n## Salt of it\n\nSalt.\n",
  "shore.md": "---\ntitle: Shore\n---\n\n## Sand\n\n[Salt](sea.md#salt-of-it) and [[sea]].\n",
};

function write(name: string, files: Record<string, string>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), text);
  }
  return join(folder, name);
}

const { docx: handouts } = defaultConfig();
const pack = { name: "all", title: "All", depth: 0, with: "handouts" as const };

describe("links of patterns", () => {
  const out = join(folder, "out");
  beforeAll(async () => {
    const config = { ...readingEdition, docx: { ...handouts, packs: [pack] } };
    const source = write("library", FILES);
    await buildEditions({ source, out, formats: [pdf, epub, docx, dataset], config });
  }, slow);

  it("lead to the patterns and to their places in the book", async () => {
    const { links } = await pdfStructure(join(out, "book/patterns.pdf"));
    expect(links.filter(({ target }) => target === undefined)).toEqual([]);
    const led = new Set(links.map(({ destination }) => destination));
    for (const place of ["water--how-deep", "water--low-tide", "water--mark", "bread--baking", "sea"]) {
      expect([...led]).toContain(place);
    }
  });

  it("lead to the patterns and to their places in the e-book, and EPUBCheck finds nothing", async () => {
    const parts = await openEpub(join(out, "epub/patterns.epub"));
    expect(hrefs(parts.text("1.xhtml"))).toEqual([
      ["3.xhtml", "to water"],
      ["3.xhtml#water--how-deep", "to depth"],
      ["3.xhtml#water--low-tide", "to tide"],
      ["3.xhtml#water--mark", "to mark"],
      ["2.xhtml", "to salt"],
      ["https://example.org/salt", "to web"],
      ["3.xhtml", "to nowhere"],
      ["#bread--baking", "down"],
      ["https://www.example.org/a", "Online"],
    ]);
    const { messages } = await checkEpub(join(out, "epub/patterns.epub"));
    expect(messages.filter(({ id }) => !/^(CSS-028|HTM.055)$/.test(id))).toEqual([]);
  });

  it("lead from one handout to a place in another, which is there", () => {
    const bread = readFileSync(join(out, "handouts/001-bread.docx"));
    expect(relationships(bread)).toEqual(
      expect.arrayContaining([
        "002-sea.docx",
        "003-water.docx",
        "003-water.docx#how_deep",
        "003-water.docx#low_tide",
        "003-water.docx#mark",
      ]),
    );
    const water = readFileSync(join(out, "handouts/003-water.docx"));
    expect(bookmarks(water)).toEqual(expect.arrayContaining(["how_deep", "low_tide", "mark"]));
    expect([...inspectDocx(bread), ...inspectDocx(water)]).toEqual([]);
  });

  it("lead within a pack", () => {
    const bytes = readFileSync(join(out, "handouts/all-pack.docx"));
    const text = strFromU8(openParts(bytes).bytes("word/document.xml"));
    const anchors = [...text.matchAll(/w:anchor="([^"]+)"/g)].map(([, anchor]) => anchor);
    expect(bookmarks(bytes)).toEqual(expect.arrayContaining(anchors));
    expect(anchors).toEqual(
      expect.arrayContaining(["p3_how_deep", "p3_low_tide", "p3_mark", "p1_baking", "pattern_2"]),
    );
    expect(inspectDocx(bytes)).toEqual([]);
  });

  it("stand in the dataset: a reference with its address, a relation with its target", () => {
    const lines = readText(out, "patterns.jsonl.gz").trim().split("\n");
    const bread = lines.map((line) => JSON.parse(line)).find(({ slug }) => slug === "bread");
    expect(bread.references).toMatchObject([{ url: "https://www.example.org/a" }]);
    expect(bread.relations).toMatchObject([{ kind: "related", target_slug: "water" }]);
  });
});

describe("links to patterns that have pages on the web", () => {
  it("lead there from handouts, to the place", async () => {
    const out = join(folder, "web-out");
    await buildEditions({ source: write("web", WEB), out, formats: [docx] });
    const found = relationships(readFileSync(join(out, "handouts/002-shore.docx")));
    expect(found).toContain("https://patterns.example.org/sea/#salt-of-it");
    expect(found).toContain("https://patterns.example.org/sea/");
  });
});

describe("a page of the e-book that is too long for one file", () => {
  it("is led to where its places are", async () => {
    const long = Array.from({ length: 60 }, (_, at) => `### Step ${at}\n\n${"Knead it well. ".repeat(400)}`).join(
      "\n\n",
    );
    const source = write("long", {
      "dough.md": `---\ntitle: Dough\n---\n\n## Steps\n\n${long}\n`,
      "oven.md":
        "---\ntitle: Oven\n---\n\n## Heat\n\n[First](dough.md#step-0), [last](dough.md#step-59), [[dough#Step 58]].\n",
    });
    const out = join(folder, "long-out");
    await buildEditions({ source, out, formats: [epub] });
    const parts = await openEpub(join(out, "epub/patterns.epub"));
    const found = hrefs(parts.text("2.xhtml")).map(([href]) => href);
    expect(found[0]).toBe("1.xhtml#dough--step-0");
    expect(found[1]).toMatch(/^1-\d\.xhtml#dough--step-59$/);
    for (const href of found) {
      const [file = "", id = ""] = href.split("#");
      expect(parts.text(file)).toContain(`id="${id}"`);
    }
  }, 60_000);
});

function hrefs(xhtml: string): [href: string, words: string][] {
  const body = /<section[^>]*data-role[\s\S]*/.exec(xhtml)?.[0] ?? xhtml.slice(xhtml.indexOf('class="body"'));
  return [...body.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>([^<]*)<\/a>/g)]
    .map(([, href = "", words = ""]): [string, string] => [href, words])
    .filter(([, words]) => /^(to |down|Online|First|last|dough)/.test(words));
}

function relationships(bytes: Uint8Array): string[] {
  const text = strFromU8(openParts(bytes).bytes("word/_rels/document.xml.rels"));
  return [...text.matchAll(/Target="([^"]+)"[^>]*TargetMode="External"/g)].map(([, target = ""]) => target);
}

function bookmarks(bytes: Uint8Array): string[] {
  const text = strFromU8(openParts(bytes).bytes("word/document.xml"));
  return [...text.matchAll(/<w:bookmarkStart [^>]*?w:name="([^"]+)"/g)].map(([, name = ""]) => name);
}
