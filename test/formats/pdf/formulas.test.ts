import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { defaultConfig } from "../../../src/config/read-config.js";
import { pdf } from "../../../src/formats/pdf/index.js";
import { pageGeometry } from "../../../src/formats/pdf/trim.js";
import { buildEditions, temporaryFolder } from "../../support/editions.js";
import { type PlacedText, placedTexts } from "../../support/placed-text.js";
import { lineBoxes, type PageLines, pageTexts, pdfFonts } from "../../support/poppler.js";

const run = promisify(execFile);
const folder = temporaryFolder();
const geometry = pageGeometry("6x9in", 14);

const terms = (letter: string, count: number): string =>
  Array.from({ length: count }, (_, at) => `${letter}_{${at + 1}} x_{${at + 1}}`).join(" + ");

const FORMULAS = {
  inline: "s_i",
  fraction: "\\frac{d_i}{\\sum_j d_j}",
  letters: "\\mathbf{h} \\in \\mathbb{R}^n",
  root: "x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}",
  sum: "\\sum_{i=1}^{n} s_i = \\int_0^1 e^{-t}\\,dt",
  bars: "\\left\\lVert \\frac{u}{v} \\right\\rVert \\stackrel{!}{=} \\mathcal{L} + \\boldsymbol{\\alpha}_{12}",
  matrix: "A = \\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}",
  wide: `y = ${terms("a", 11)}`,
};
const FAR_TOO_WIDE = `z = ${terms("b", 24)}`;
const HAY = "Each of those who hold the meadow mows a share of it before the hay is dry. ".repeat(3);
const GLUED = Array.from({ length: 60 }, (_, at) => `${"hay".slice(0, 1 + (at % 3))} $$x$$,`).join(" ");

const PATTERN = `---
id: pat_01kj90301kqxqy5z18n27jwf01
slug: fair-shares
title: Fair Shares
tags: { universality: domain, domain: governance }
license: CC-BY-SA-4.0
---
# 1. Overview

A share $$${FORMULAS.inline}$$ for you. ${HAY}

Of all it is $$${FORMULAS.fraction}$$, and $$${FORMULAS.letters}$$ of it costs $5 or $6.

$$
${FORMULAS.root}
$$

Between two.

\`\`\`math
${FORMULAS.sum}
\`\`\`

$$
${FORMULAS.bars}
$$

$$
${FORMULAS.matrix}
$$

$$
${FORMULAS.wide}
$$

$$
${FAR_TOO_WIDE}
$$

Struck out is $$\\cancel{w}$$, and what does not parse is $$\\frac{v$$.

${GLUED}
`;

/** What is used of an object in qpdf's JSON. */
interface Element {
  "/S"?: string;
  "/Alt"?: string;
  "/K"?: unknown;
}

describe("formulas in print", () => {
  const file = join(folder, "out/book/patterns.pdf");
  const said: string[] = [];
  let pages: PageLines[];
  let runs: PlacedText[];
  let text: string;

  beforeAll(async () => {
    const library = join(folder, "library");
    mkdirSync(library);
    writeFileSync(join(library, "fair-shares.md"), PATTERN);
    const config = { pdf: { ...defaultConfig().pdf, cover: false as const } };
    await buildEditions({ source: library, out: join(folder, "out"), formats: [pdf], config, said });
    pages = await lineBoxes(file);
    // Justified, the spaces of a line are several.
    runs = (await placedTexts(file)).map((each) => ({ ...each, text: each.text.replace(/\s+/g, " ") }));
    text = (await pageTexts(file)).join("\n");
  });

  const inMathFace = (): PlacedText[] => runs.filter(({ font }) => font.startsWith("STIXTwoMath"));

  test("are set in the face that the tokens name, which is embedded as an outline", async () => {
    const fonts = await pdfFonts(file);
    expect(fonts.filter(({ embedded, type }) => !embedded || type === "Type 3")).toEqual([]);
    expect(fonts.map(({ name }) => name)).toContainEqual(expect.stringMatching(/\+STIXTwoMath-Regular$/));
    expect(text).toContain("𝐡 ∈ ℝ");
    for (const sign of ["∑", "∫", "ℒ", "𝜶"]) expect(text).toContain(sign);
    expect(text).not.toContain("\\sqrt");
    expect(text).toContain("$5 or $6");
  });

  test("are tagged as formulas, each with its TeX", async () => {
    const { stdout } = await run("qpdf", ["--json", "--json-key=qpdf", "--json-stream-data=none", file], {
      maxBuffer: 1 << 28,
    });
    const objects: Record<string, { value?: Element }> = JSON.parse(stdout).qpdf[1];
    const formulas = Object.values(objects).flatMap(({ value }) => (value?.["/S"] === "/Formula" ? [value] : []));
    const told = formulas.map((formula) => formula["/Alt"]?.replace(/^u:/, ""));
    expect(told.filter((tex) => tex !== "x").sort()).toEqual(Object.values(FORMULAS).sort());
    expect(told).toHaveLength(Object.keys(FORMULAS).length + 60);
    // Nothing but content: no parts of their own.
    const contents = formulas.flatMap((formula) => formula["/K"] ?? ["nothing"]);
    expect(contents.filter((content) => typeof content !== "number")).toEqual([]);
  });

  test("stay within the text block, and the page as large as it is", () => {
    for (const [index, { width, lines }] of pages.entries()) {
      const [left, right] = index % 2 === 0 ? [geometry.inner, geometry.outer] : [geometry.outer, geometry.inner];
      expect(width).toBe(432);
      expect(lines.filter((line) => line.left < left - 4 || line.right > width - right + 1)).toEqual([]);
    }
    const words = runs.filter(({ text }) => text.includes("hold the meadow"));
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter(({ size }) => Math.abs(size - 10) > 0.2)).toEqual([]);
  });

  test("are set smaller where they are wider than a line, not below seven points, and else stay TeX", () => {
    // By the letter in which each begins: what is raised and lowered is smaller everywhere.
    const sizeOf = (letter: string): number => inMathFace().find(({ text }) => text.startsWith(letter))?.size ?? 0;
    expect(sizeOf("𝐴")).toBeCloseTo(10, 0);
    expect(sizeOf("𝑦")).toBeGreaterThanOrEqual(7);
    expect(sizeOf("𝑦")).toBeLessThan(9.5);
    const code = runs.filter(({ font }) => font.startsWith("SourceCodePro")).map((each) => each.text.trim());
    const source = code.join(" ");
    expect(source).toContain("b_{24} x_{24}");
    expect(source).toContain("\\cancel{w}");
    expect(source).toContain("\\frac{v");
    expect(source).not.toContain("a_{1}");
  });

  test("leave the text on the grid of lines", () => {
    const top = (words: string): number => runs.find((each) => each.text.includes(words))?.top ?? 0;
    const lines = (top("Of all it is") - top("for you")) / 14;
    // Chromium sets lines on whole pixels of its own, of which a line of the grid has nearly nineteen.
    expect(Math.abs(lines - Math.round(lines))).toBeLessThan(1 / 18);
    expect(lines).toBeGreaterThan(3);
    const further = (top("Between two") - top("Of all it is")) / 14;
    expect(further).toBeGreaterThan(3);
    expect(Math.abs(further - Math.round(further))).toBeLessThan(1 / 18);
  });

  test("begin no line with what follows them", () => {
    const starts = pages.flatMap(({ lines }) => lines).filter((line) => /^[,.;]/.test(line.text));
    expect(starts).toEqual([]);
  });

  test("take as many pages as were counted", () => {
    expect(said.filter((message) => message.startsWith("printing volume"))).toHaveLength(1);
  });
});
