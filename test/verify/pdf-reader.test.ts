import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { pdf } from "../../src/formats/pdf/index.js";
import { readContent } from "../../src/verify/editions/pdf/content/read-content.js";
import { openPdf } from "../../src/verify/editions/pdf/open-pdf.js";
import { readLabels } from "../../src/verify/editions/pdf/page-labels.js";
import { keyOf } from "../../src/verify/words.js";
import { buildEditions, readingEdition, temporaryFolder } from "../support/editions.js";
import { readByPdfJs } from "../support/pdfjs.js";

const FERRY = `---
title: The Night Ferry
tags: { universality: domain, domain: governance, status: published }
license: CC-BY-SA-4.0
---
# Overview

An efficient ferry is **affable**, *offbeat* and \`fi --flag\`; H<sub>2</sub>O and the 21<sup>st</sup> crossing.

Commuters יושבים על הסיפון 17 דקות and sailors ينتظرون المد at dawn. Далее по реке; 渡船在黄昏开。

${"Counterintuitively, transportation administrations underestimate responsibilities interdepartmentally. ".repeat(30)}

| Pier | What is told of it |
| --- | --- |
${Array.from({ length: 40 }, (_, at) => `| Pier ${at} | Ropes ${at} are dried by the fire and wound by hand |`).join("\n")}

\`\`\`mermaid
flowchart LR
  a[Rainy shore] --> b[Dry shore]
\`\`\`
`;

const folder = temporaryFolder();
const source = join(folder, "library");
const out = join(folder, "out");
const BOOK = join(out, "book/patterns.pdf");

beforeAll(async () => {
  mkdirSync(source);
  writeFileSync(join(source, "night-ferry.md"), FERRY);
  await buildEditions({ source, out, formats: [pdf], config: readingEdition });
}, 120_000);

const plain = (text: string): string => keyOf(text.replace(/[\u00ad\u2010-]\s*/g, ""));

function holdsInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of text) if (letter === letters[at]) at++;
  return at === letters.length;
}

describe("our reader of PDF", () => {
  it("finds in every marked content what Mozilla's finds", async () => {
    const book = await openPdf(BOOK);
    const fonts = new Map();
    const ours = book.pages.map((page) => readContent(book, page, fonts));
    const theirs = await readByPdfJs(BOOK);
    expect(ours.length).toBe(theirs.length);
    let compared = 0;
    for (const [at, { texts }] of theirs.entries()) {
      for (const [id, text] of texts) {
        // It does not read what a glyph is said to stand for: Arabic letters by their shape alone, and none for ligatures.
        if (/\p{Script=Arabic}/u.test(text)) continue;
        const [our, their] = [plain(ours[at]?.get(id)?.text ?? ""), plain(text.replaceAll("\ufffd", ""))];
        expect(holdsInOrder(our, their), `page ${at + 1}, content ${id}: “${our}” for “${their}”`).toBe(true);
        expect(our.replace(/[fbhijklt]/g, "").length).toBe(their.replace(/[fbhijklt]/g, "").length);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it("reads the labels of pages as it does", async () => {
    expect(readLabels(await openPdf(BOOK))).toEqual((await readByPdfJs(BOOK)).map(({ label }) => label));
  });

  it("has words in the order in which they are read, from the right too", async () => {
    const book = await openPdf(BOOK);
    const whole = book.pages
      .flatMap((page) => [...readContent(book, page, new Map()).values()].map(({ text }) => text))
      .join(" ")
      .replace(/\s+/g, " ");
    expect(whole).toContain("יושבים על הסיפון 17 דקות");
    expect(whole).toContain("ينتظرون المد");
    expect(whole).toContain("Далее по реке");
    expect(whole).toContain("efficient ferry");
  });
});
