import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { pdf } from "../../../src/formats/pdf/index.js";
import { buildEditions, temporaryFolder } from "../../support/editions.js";
import { pageTexts } from "../../support/poppler.js";

const folder = temporaryFolder();
const ROWS = Array.from({ length: 8 }, (_, at) => 14 + at);
const LONG = "who keeps the gate writes down what went through it and what was left over ".repeat(4).slice(0, 195);

/** Patterns with tables of more and more rows, so that one of them reaches the foot of a page with every row. */
function writeLibrary(library: string): void {
  mkdirSync(library);
  for (const count of ROWS) {
    const rows = Array.from({ length: count }, (_, at) => `| c${count}r${at + 1} | short | short |`);
    const table = ["| Row | What | Why |", "| --- | --- | --- |", ...rows, `| c${count}last | ${LONG} | ${LONG} |`];
    const front = `slug: rows-${count}\ntitle: Rows ${count}\ntags: { universality: domain, domain: tables }`;
    writeFileSync(join(library, `${count}.md`), `---\n${front}\n---\n\n# 1. Overview\n\n${table.join("\n")}\n`);
  }
}

test("the last row of a table has the row before it for company, under a head that is repeated", async () => {
  writeLibrary(join(folder, "library"));
  const config = defaultConfig();
  await buildEditions({
    source: join(folder, "library"),
    out: join(folder, "out"),
    formats: [pdf],
    config: { pdf: { ...config.pdf, cover: false, press: false } },
  });
  const pages = await pageTexts(join(folder, "out/book/patterns.pdf"));
  for (const count of ROWS) {
    const page = pages.find((text) => text.includes(`c${count}last`)) ?? "";
    expect(page, `the page of the last row of ${count + 1}`).toContain(`c${count}r${count}`);
  }
});

test("the words of a head, which is set in semi-bold, stay whole above narrow figures", async () => {
  const library = join(folder, "heads");
  mkdirSync(library);
  const heads = ["Quorum", "Maximum", "Drummer", "Museum", "Aquarium"];
  for (const [at, head] of heads.entries()) {
    const table = [
      `| Matter | Notice | ${head} | Majority of those who vote | Carried by |`,
      "| --- | --- | ---: | --- | ---: |",
      "| Small rules, reports | 7 days | 24 | More than half of the votes | 13 |",
      "| Sale of land, change of the rules | 42 days, two meetings | 96 | Three quarters | 72 |",
    ];
    const front = `slug: table-${at}\ntitle: Table ${at}\ntags: { universality: domain, domain: tables }`;
    writeFileSync(join(library, `${at}.md`), `---\n${front}\n---\n\n# 1. Overview\n\n${table.join("\n")}\n`);
  }
  const empty = "slug: empty\ntitle: Empty cells";
  const stairs = "<tr><td rowspan=2>one</td><td></td><td>two</td></tr><tr><td></td><td>three</td></tr>";
  writeFileSync(
    join(library, "empty.md"),
    `---\n${empty}\n---\n\n|a|b|c|\n|-|-|-|\n|four||five|\n|||six|\n\n<table>${stairs}</table>\n`,
  );
  const config = defaultConfig();
  const out = join(folder, "out-heads");
  await buildEditions({
    source: library,
    out,
    formats: [pdf],
    config: { pdf: { ...config.pdf, cover: false, press: false } },
  });
  const text = (await pageTexts(join(out, "book/patterns.pdf"))).join("\n");
  expect(heads.filter((head) => !text.includes(head))).toEqual([]);
});

test("a cell without words has its place among the tags of its row", async () => {
  const { stdout } = await promisify(execFile)("pdfinfo", [
    "-struct-text",
    join(folder, "out-heads/book/patterns.pdf"),
  ]);
  const rows = stdout.split(/^ *TR\b/m).map((row) => {
    const [, ...cells] = row.replaceAll(/^ *\/.*\n/gm, "").split(/^ *T[HD].*$/m);
    return cells.map((cell) => /^\s*"(.*)"/.exec(cell)?.[1]?.trim() ?? "");
  });
  expect(rows).toEqual(
    expect.arrayContaining([
      ["four", "", "five"],
      ["", "", "six"],
      ["one", "", "two"],
      ["", "three"],
    ]),
  );
});
