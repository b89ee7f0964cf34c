import { mkdirSync, writeFileSync } from "node:fs";
import { appendFile, cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { defaultConfig } from "../../src/config/read-config.js";
import { FORMATS } from "../../src/formats/index.js";
import type { Library } from "../../src/library/library.js";
import { openPool } from "../../src/threads/pool.js";
import type { Account, EditionName, Kind } from "../../src/verify/account.js";
import { verify } from "../../src/verify/verify.js";
import {
  blankPage,
  blankText,
  changePart,
  changeRecord,
  dropFigure,
  dropLinks,
  dropPage,
  dropTrimBox,
  shiftLabels,
} from "../support/broken-editions.js";
import { buildEditions, temporaryFolder } from "../support/editions.js";

const WELL = `---
id: pat_01kj90301kqxqy5z18n27jw001
slug: common-well
title: The Common Well
summary: Water that many draw needs one lid.
aliases: [Shared Spring]
sources: ["Brook (1911), Wells of the Upper Valley"]
tags: { universality: domain, domain: governance, status: published }
favourite_bucket: oaken
license: CC-BY-SA-4.0
---
# 1. Overview

The rope is tarred every spring by the youngest members.

Those who draw meet at the lid[^depth], read the [almanac](https://example.org/almanac) and ask the [bucket rota](bucket-rota.md).

![A drawing of the well](well.svg)

# 2. Practices

### Who draws first

| Month | Who pays |
| --- | --- |
| March | Tallowmakers |
| April | Millers | in kind |

It yields this much:

$$
\\frac{a}{b}
$$

[^depth]: Measured with a weighted line in August.
`;

const ROTA = `---
id: pat_01kj90301kqxqy5z18n27jw002
slug: bucket-rota
title: Bucket Rota
tags: { universality: domain, domain: governance, status: published }
license: CC-BY-SA-4.0
---
## Solution

Each household carries for a week, as in [the well](common-well.md).
`;

const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="15" fill="#888"/></svg>`;

const folder = temporaryFolder();
const source = join(folder, "library");
const built = join(folder, "built");
const out = join(folder, "out");
const BOOK = join(out, "book/patterns.pdf");
const PRESS = join(out, "book/patterns-press.pdf");
const PACK = join(out, "handouts/at-the-well-pack.docx");
const EBOOK = join(out, "epub/patterns.epub");
const RECORDS = join(out, "dataset/patterns.jsonl.gz");
let library: Library;
let handout: string;
/** The page of the book on which the pattern begins. */
let begins: number;

async function account(): Promise<Account> {
  const pool = openPool(1);
  try {
    return await verify({ out, library, source, pool, stage: () => {}, progress: () => {} });
  } finally {
    await pool.close();
  }
}

beforeAll(async () => {
  mkdirSync(source);
  writeFileSync(join(source, "common-well.md"), WELL);
  writeFileSync(join(source, "bucket-rota.md"), ROTA);
  writeFileSync(join(source, "well.svg"), DRAWING);
  const { docx } = defaultConfig();
  const packs = [{ name: "at-the-well", depth: 0, with: "both" as const }];
  const config = { docx: { ...docx, packs } };
  ({ library } = await buildEditions({ source, out: built, formats: FORMATS, config }));
  await cp(built, out, { recursive: true });
  const { patterns } = JSON.parse(await readFile(join(built, "manifest.json"), "utf8"));
  const listed = patterns.find(({ slug }: { slug: string }) => slug === "common-well");
  handout = join(out, listed.handout);
  begins = listed.print.page;
});

describe("editions as they were built", () => {
  it("have everything", async () => {
    const { losses, files, tallies, stale, editions } = await account();
    expect({ losses, faults: files.faults, stale }).toEqual({ losses: [], faults: [], stale: [] });
    expect(editions).toEqual(["pdf", "epub", "docx", "jsonld"]);
    for (const edition of editions) {
      expect(tallies[edition]).toMatchObject({
        headings: { found: 4, expected: 4 },
        cells: { found: 7, expected: 7 },
        pictures: { found: 1, expected: 1 },
        links: { found: 3, expected: 3 },
        notes: { found: 1, expected: 1 },
        formulas: { found: 1, expected: 1 },
      });
    }
    expect(tallies.pdf.pages).toEqual({ found: 2, expected: 2 });
    expect(tallies.pdf.press.found).toBeGreaterThan(begins);
    expect(tallies.docx.packs).toEqual({ found: 4, expected: 4 });
  });

  it("are told which words were taken out, by which rule", async () => {
    expect((await account()).takenOut).toMatchObject([
      { file: "common-well.md", kind: "heading-number", text: "1.", place: { line: 12 } },
      { file: "common-well.md", kind: "heading-number", text: "2.", place: { line: 20 } },
    ]);
  });
});

interface Break {
  edition: EditionName;
  what: string;
  kind: Kind;
  line: number;
  /** What is told of it. */
  found: RegExp;
  how: () => Promise<void>;
}

const page = (change: (text: string) => string) => () => changePart(EBOOK, /OEBPS\/\d+\.xhtml$/, change);
const story = (change: (text: string) => string) => () => changePart(handout, /word\/document\.xml$/, change);
const record = (change: (text: string) => string) => () => changeRecord(RECORDS, "common-well", change);

const BREAKS: Break[] = [
  {
    edition: "pdf",
    what: "a sentence",
    kind: "words",
    line: 14,
    found: /rope is tarred every spring by the youngest members\]/,
    how: () => blankText(BOOK, "The rope is tarred"),
  },
  {
    edition: "pdf",
    what: "a cell",
    kind: "cells",
    line: 26,
    found: /tallowmakers/,
    how: () => blankText(BOOK, "Tallow"),
  },
  {
    edition: "pdf",
    what: "a cell beyond the head",
    kind: "cells",
    line: 27,
    found: /in kind/,
    how: () => blankText(BOOK, "in kind"),
  },
  {
    edition: "pdf",
    what: "a link",
    kind: "links",
    line: 16,
    found: /almanac.*example\.org/,
    how: () => dropLinks(BOOK, "https://example.org/almanac"),
  },
  {
    edition: "pdf",
    what: "a picture",
    kind: "pictures",
    line: 18,
    found: /A drawing of the well/,
    how: () => dropFigure(BOOK, "A drawing of the well"),
  },
  {
    edition: "pdf",
    what: "a note",
    kind: "notes",
    line: 35,
    found: /measured with a weighted line/,
    how: () => blankText(BOOK, "Measured with a weighted"),
  },
  {
    edition: "pdf",
    what: "a heading",
    kind: "headings",
    line: 22,
    found: /who draws first/,
    how: () => blankText(BOOK, "Who draws first"),
  },
  {
    edition: "pdf",
    what: "the label of a page",
    kind: "pages",
    line: 1,
    found: /labelled/,
    how: () => shiftLabels(BOOK),
  },
  {
    edition: "pdf",
    what: "a field",
    kind: "fields",
    line: 5,
    found: /Water that many draw/,
    how: () => blankText(BOOK, "Water that many draw"),
  },

  {
    edition: "epub",
    what: "a sentence",
    kind: "words",
    line: 14,
    found: /rope is tarred every spring by the youngest members\]/,
    how: page((text) => text.replace(/The rope is tarred[^<]*/, "")),
  },
  {
    edition: "epub",
    what: "a cell",
    kind: "cells",
    line: 26,
    found: /tallowmakers/,
    how: page((text) => text.replace(">Tallowmakers<", "><")),
  },
  {
    edition: "epub",
    what: "a link",
    kind: "links",
    line: 16,
    found: /almanac/,
    how: page((text) => text.replace(/<a [^>]*almanac"[^>]*>almanac<\/a>/, "almanac")),
  },
  {
    edition: "epub",
    what: "the target of a link",
    kind: "links",
    line: 16,
    found: /bucket rota.*bucket-rota\.md/,
    how: page((text) => text.replace(/href="\d+\.xhtml">bucket rota/, 'href="index.xhtml">bucket rota')),
  },
  {
    edition: "epub",
    what: "a picture",
    kind: "pictures",
    line: 18,
    found: /A drawing of the well/,
    how: page((text) => text.replace(/<img [^>]*A drawing of the well[^>]*>/, "")),
  },
  {
    edition: "epub",
    what: "a note",
    kind: "notes",
    line: 35,
    found: /measured with a weighted line/,
    how: page((text) => text.replace(/<div [^>]*epub:type="footnote"[\s\S]*?<\/div>/, "")),
  },
  {
    edition: "epub",
    what: "a heading",
    kind: "headings",
    line: 22,
    found: /who draws first/,
    how: page((text) => text.replace(/<h3[^>]*>Who draws first<\/h3>/, "")),
  },
  {
    edition: "epub",
    what: "a formula",
    kind: "formulas",
    line: 31,
    found: /\\frac/,
    how: page((text) => text.replace(/<math[\s\S]*?<\/math>/, "")),
  },
  { edition: "epub", what: "a page", kind: "words", line: 1, found: /the whole pattern/, how: page(() => "<html") },

  {
    edition: "docx",
    what: "a sentence",
    kind: "words",
    line: 14,
    found: /rope is tarred every spring by the youngest members\]/,
    how: story((text) => text.replace(/The rope is tarred[^<]*/, "")),
  },
  {
    edition: "docx",
    what: "a cell",
    kind: "cells",
    line: 26,
    found: /tallowmakers/,
    how: story((text) => text.replace("Tallowmakers", "")),
  },
  {
    edition: "docx",
    what: "a link",
    kind: "links",
    line: 16,
    found: /almanac/,
    how: () =>
      changePart(handout, /document\.xml\.rels$/, (text) =>
        text.replace("https://example.org/almanac", "https://example.org/"),
      ),
  },
  {
    edition: "docx",
    what: "a picture",
    kind: "pictures",
    line: 18,
    found: /A drawing of the well/,
    how: story((text) =>
      text.replace(/<w:drawing>(?:(?!<\/w:drawing>)[\s\S])*A drawing of the well[\s\S]*?<\/w:drawing>/, ""),
    ),
  },
  {
    edition: "docx",
    what: "a note",
    kind: "notes",
    line: 35,
    found: /measured with a weighted line/,
    how: () => changePart(handout, /footnotes\.xml$/, (text) => text.replace("Measured with a weighted line", "")),
  },
  {
    edition: "docx",
    what: "a heading",
    kind: "headings",
    line: 22,
    found: /who draws first/,
    how: story((text) => text.replace("Who draws first", "")),
  },

  {
    edition: "jsonld",
    what: "a sentence",
    kind: "words",
    line: 14,
    found: /rope is tarred every spring by the youngest members\]/,
    how: record((text) => text.replace("The rope is tarred every spring by the youngest members.", "")),
  },
  {
    edition: "jsonld",
    what: "a sentence of the plain text alone",
    kind: "words",
    line: 14,
    found: /tarred/,
    how: record((text) =>
      text.replace(/("text":"[^"]*)The rope is tarred every spring by the youngest members\./, "$1"),
    ),
  },
  {
    edition: "jsonld",
    what: "a cell",
    kind: "cells",
    line: 26,
    found: /tallowmakers/,
    how: record((text) => text.replace("\\tTallowmakers", "\\t")),
  },
  {
    edition: "jsonld",
    what: "a link",
    kind: "links",
    line: 16,
    found: /almanac/,
    how: record((text) => text.replace("[almanac](https://example.org/almanac)", "almanac")),
  },
  {
    edition: "jsonld",
    what: "a picture",
    kind: "pictures",
    line: 18,
    found: /A drawing of the well/,
    how: record((text) => text.replace("![A drawing of the well](well.svg)", "")),
  },
  {
    edition: "jsonld",
    what: "a note",
    kind: "notes",
    line: 35,
    found: /measured with a weighted line/,
    how: record((text) => text.replaceAll("Measured with a weighted line in August.", "")),
  },
  {
    edition: "jsonld",
    what: "a heading",
    kind: "headings",
    line: 22,
    found: /who draws first/,
    how: record((text) => text.replaceAll("Who draws first", "")),
  },
  {
    edition: "jsonld",
    what: "a formula",
    kind: "formulas",
    line: 31,
    found: /\\frac/,
    how: record((text) => text.replaceAll("\\\\frac{a}{b}", "")),
  },
  {
    edition: "jsonld",
    what: "a field that nobody knows",
    kind: "fields",
    line: 9,
    found: /oaken/,
    how: record((text) => text.replace("oaken", "")),
  },
  { edition: "jsonld", what: "a record", kind: "words", line: 1, found: /the whole pattern/, how: record(() => "") },
];

describe("of an edition from which something was taken by hand", () => {
  afterEach(async () => {
    await rm(out, { recursive: true });
    await cp(built, out, { recursive: true });
  });

  it.each(BREAKS)("$edition: $what is named", async ({ edition, kind, line, found, how }) => {
    await how();
    const { losses, files } = await account();
    expect(losses).toContainEqual({ edition, kind, file: "common-well.md", line, found: expect.stringMatching(found) });
    expect(losses.filter((loss) => loss.edition !== edition)).toEqual([]);
    expect(files.faults).toMatchObject([{ fault: "changed" }]);
  });

  const titled = (style: string) => (text: string) =>
    text.replace(
      new RegExp(`<w:p>(?:(?!</w:p>)[\\s\\S])*"${style}"(?:(?!</w:p>)[\\s\\S])*Common Well[\\s\\S]*?</w:p>`),
      "",
    );
  const pack = (change: (text: string) => string) => () => changePart(PACK, /word\/document\.xml$/, change);

  it.each([
    ["a page", /pages, the reading edition/, () => dropPage(PRESS, begins)],
    ["what is on a page", /less on page/, () => blankPage(PRESS, begins)],
    ["the box of a page", /no box/, () => dropTrimBox(PRESS, begins)],
  ])("press edition: %s is named", async (_, detail, how) => {
    await how();
    const { losses, files } = await account();
    expect(files.faults).toContainEqual({
      path: "book/patterns-press.pdf",
      fault: "incomplete",
      detail: expect.stringMatching(detail),
    });
    expect(losses.filter(({ kind }) => kind !== "press")).toEqual([]);
  });

  it("press edition: a pattern is named that does not begin on its page", async () => {
    await dropPage(PRESS, begins);
    const found = expect.stringMatching(/The Common Well.*patterns-press/);
    expect((await account()).losses).toContainEqual({
      edition: "pdf",
      kind: "press",
      file: "common-well.md",
      line: 1,
      found,
    });
  });

  it.each([
    ["a card", /the card of “The Common Well”/, pack(titled("CardTitle"))],
    ["the text of a pattern", /the handout of “The Common Well”/, pack(titled("PackTitle"))],
    [
      "a sentence",
      /rope is tarred every spring/,
      pack((text) => text.replace(/The rope is tarred[^<]*(?![\s\S]*The rope is tarred)/, "")),
    ],
  ])("pack: %s is named", async (_, words, how) => {
    await how();
    const { losses } = await account();
    const found = expect.stringMatching(words);
    expect(losses).toEqual([{ edition: "docx", kind: "packs", file: "common-well.md", line: 1, found }]);
  });

  it("a file is named that is gone or changed, and what the user keeps beside the editions is left alone", async () => {
    await rm(join(out, "dataset/shapes.ttl"));
    await appendFile(join(out, "dataset/README.md"), "\nmore\n");
    await writeFile(join(out, "notes.txt"), "mine");
    await appendFile(join(out, "SHA256SUMS"), "");
    await mkdir(join(out, ".git/refs"), { recursive: true });
    await writeFile(join(out, ".git/HEAD"), "ref");
    await writeFile(join(out, ".git/refs/main"), "0");
    await writeFile(join(out, "book/proof.txt"), "seen");
    const { files } = await account();
    expect(files.strangers).toEqual([".git/", "book/proof.txt", "notes.txt"]);
    expect(files.faults).toMatchObject([
      { path: "dataset/README.md", fault: "changed" },
      { path: "dataset/shapes.ttl", fault: "missing" },
    ]);
  });
});

describe("a dataset that was cut short", () => {
  it("is told as changed, and what it lacks as a loss", async () => {
    const bytes = await readFile(RECORDS);
    try {
      writeFileSync(RECORDS, bytes.subarray(0, bytes.length / 2));
      const { losses, files } = await account();
      expect(files.faults).toHaveLength(1);
      expect(losses.map(({ edition }) => edition)).toContain("jsonld");
    } finally {
      writeFileSync(RECORDS, bytes);
    }
  });
});
