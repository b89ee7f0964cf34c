import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { dataset } from "../../../src/formats/dataset/index.js";
import { countWords } from "../../../src/library/body/count-words.js";
import { readRecords, readText } from "../../support/dataset.js";
import { buildEditions, temporaryFolder } from "../../support/editions.js";

const folder = temporaryFolder();
const out = join(folder, "out");

const sentence = (at: number): string => `Baker ${at} lights the oven before dawn and writes the hour on the slate.`;
const paragraph = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => sentence(from + at)).join(" ");
const rows = Array.from({ length: 60 }, (_, at) => `| day ${at} | loaves for house ${at} of the lane | half |`);
const code = Array.from({ length: 90 }, (_, at) => `let loaf${at} = knead ${at} times`);
const items = Array.from({ length: 40 }, (_, at) => `- step ${at}: ${sentence(at)}`);

const OVEN = `---
id: pat_oven
title: The Oven
---
# The Oven

Before any heading.

## Problem

Short.

## Context

Short as well.

## Solution

${paragraph(0, 12)}

${paragraph(100, 60)}

### Firing

${paragraph(200, 20)}

### The slate

| day | house | share |
| --- | --- | --- |
${rows.join("\n")}

## Practice

${items.join("\n")}

\`\`\`
${code.join("\n")}
\`\`\`

## Notes

It is warm.[^1]

[^1]: By wood, that is.
`;

interface Chunk {
  id: string;
  title: string;
  path: string[];
  role: string;
  position: number;
  words: number;
  text: string;
  pattern_title: string;
}

let chunks: Chunk[];

beforeAll(async () => {
  const source = join(folder, "library");
  mkdirSync(source);
  writeFileSync(join(source, "oven.md"), OVEN);
  await buildEditions({ source, out, formats: [dataset] });
  chunks = readText(out, "chunks.jsonl.gz")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
});

describe("a text in pieces", () => {
  it("has every word of the text, in its order", () => {
    const [record] = readRecords(out);
    const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const told = record?.sections.flatMap(({ text }) => words(text)) ?? [];
    const found = chunks.flatMap(({ text }) => words(text));
    let at = 0;
    for (const word of found) if (word === told[at]) at++;
    expect(told.length).toBeGreaterThan(1500);
    expect(told.slice(at, at + 5)).toEqual([]);
  });

  it("has pieces of at most 380 words, but for a table and code, which are whole", () => {
    const long = chunks.filter(({ words }) => words > 380);
    expect(long).toHaveLength(2);
    for (const row of ["day 0\t", "day 59\t"]) expect(long[0]?.text).toContain(row);
    for (const line of ["let loaf0 ", "let loaf89 "]) expect(long[1]?.text).toContain(line);
    expect(chunks.map(({ text }) => countWords(text))).toEqual(chunks.map(({ words }) => words));
  });

  it("joins what is short to its neighbour, with the headings of what was joined", () => {
    expect(chunks[0]).toMatchObject({ title: "The Oven", path: ["The Oven"], role: "preface" });
    expect(chunks[0]?.text).toMatch(
      /^The Oven\n\nBefore any heading\.\n\nProblem\n\nShort\.\n\nContext\n\nShort as well\./,
    );
  });

  it("begins each with its title, which is the path of its headings", () => {
    for (const { text, title, path, pattern_title } of chunks) {
      expect(text.startsWith(`${title}\n\n`)).toBe(true);
      expect(title).toBe(path.join(" › "));
      expect(path[0]).toBe(pattern_title);
    }
    expect(chunks.map(({ title }) => title)).toContain("The Oven › Solution › Firing");
  });

  it("has ids of their own that begin with the pattern's address, and counts them in order", () => {
    expect(new Set(chunks.map(({ id }) => id)).size).toBe(chunks.length);
    expect(chunks.map(({ position }) => position)).toEqual(chunks.map((_, at) => at + 1));
    for (const { id } of chunks) expect(id).toMatch(/^https:\/\/example\.org\/patterns\/oven\/#./);
    const ids = chunks.map(({ id }) => id.replace(/^.*#/, ""));
    expect(ids).toEqual(expect.arrayContaining(["solution", "solution.2", "firing", "practice"]));
  });

  it("parts a paragraph that is too long between sentences", () => {
    for (const { text } of chunks) expect(text.trimEnd()).toMatch(/[.!?]$|\t\S+$|times$/);
  });
});
