import { describe, expect, it } from "vitest";
import { parseSource } from "../../src/library/parse-file.js";
import type { Metadata } from "../../src/library/pattern.js";

function read(body: string, front = "tags: { domain: care }"): Pick<Metadata, "scores" | "alignment"> {
  const source = `---\nid: x\nslug: oven\ntitle: Oven\n${front}\n---\n\n${body}\n`;
  return parseSource(new TextEncoder().encode(source), { path: "oven.md", key: "key" }).pattern;
}

const openness = { dimension: "Openness", value: 4, rationale: "The door is wide.", stated: "body" };
const HEADING = "# 8. Commons Alignment Assessment";

describe("the assessment in a body", () => {
  it.each([
    ["a paragraph", "**1. Openness (4/5):** The door is wide."],
    ["a paragraph, its number in a bracket", "**1) Openness (4/5):** The door is wide."],
    ["a heading, its number in a bracket", "### 12) Openness (4/5)\n\nThe door is wide."],
    ["a paragraph, the word score in it", "**1. Openness (Score: 4):** The door is wide."],
    ["a list item", "*   **Openness (4/5):** The door is wide."],
    ["a number after the words", "**1. Openness**: The door is wide. **Score: 4/5**"],
    ["a number in brackets after the words", "**1. Openness**: The door is wide. **(4/5)**"],
    ["a heading", "### Openness (Score: 4/5)\n\nThe door is wide."],
    ["a heading, the number below the words", "### 1. Openness\n\nThe door is wide.\n\n**Score: 4/5**"],
    ["a heading, the number above the words", "### 1. Openness\n\n**Score: 4/5**\n\nThe door is wide."],
    [
      "a row of a table",
      "| Pillar | Score (1-5) | Rationale |\n|---|---|---|\n| **1. Openness** | 4 | The door is wide. |",
    ],
    [
      "a row of a table, the number last",
      "| Pillar | Why | Score |\n|---|---|---|\n| Openness | The door is wide. | 4/5 |",
    ],
    [
      "a row of an HTML table",
      "<table><tr><td>Dimension</td><td>Score</td><td>Why</td></tr>" +
        "<tr><td>Openness</td><td>4</td><td>The door is wide.</td></tr></table>",
    ],
    ["the remains of a JSON file", '* **Openness**: {"score": 4, "rationale": "The door is wide."}'],
  ])("reads a dimension from %s", (_, text) => {
    expect(read(`${HEADING}\n\n${text}`).scores).toEqual([openness]);
  });

  it.each([
    "**Overall Commons Alignment Score: 3.5/5**",
    "**Overall Score**: 3.5 (Transitional)",
    "**Overall Score: 3.5**",
    "### Overall Commons Alignment Score: 3.5/5",
    "| Pillar | Score | Why |\n|---|---|---|\n| Openness | 4 | Wide. |\n| **Overall** | **3.5** | |",
  ])("reads the overall alignment from %j", (text) => {
    expect(read(`${HEADING}\n\n${text}`).alignment).toBe(3.5);
  });

  it.each([
    "**1. Openness:** The door is wide.",
    "**Ostrom (1990):** The door is wide.",
    "**Openness:** 4 doors are wide.",
    "| Year | Loaves |\n|---|---|\n| 1990 | 4 |",
    "The overall alignment is high, 4 out of 5.",
  ])("takes nothing for a score that is none: %j", (text) => {
    expect(read(`${HEADING}\n\n${text}`)).toMatchObject({ scores: [] });
  });

  it("is found below a heading out of its level, and ends with it", () => {
    const body =
      "## Overview\n\nWords.\n\n### 8. Commons Alignment Assessment\n\n**Openness (4/5):** The door is wide.";
    expect(read(`${body}\n\n### Size\n\n**Loaves (3):** A batch.`).scores).toEqual([openness]);
  });

  it("gives way to the front matter", () => {
    const front = "tags: { domain: care, commons_alignment: 2 }";
    expect(read(`${HEADING}\n\n**Overall Score: 4**`, front).alignment).toBe(2);
    const ontology = "ontology: { domain: care, commons_assessment: { trust: 3 } }";
    const { scores } = read(`${HEADING}\n\n**Openness (4/5):** The door is wide.`, ontology);
    expect(scores).toEqual([{ dimension: "trust", value: 3, stated: "front-matter" }]);
  });
});

describe("the assessment in front matter", () => {
  const stated = { dimension: "trust", value: 4, rationale: "Kept.", stated: "front-matter" };

  it.each([
    ["a list", "[{ dimension: trust, score: 4, rationale: Kept. }]"],
    ["a map of ratings", "{ trust: { score: 4, rationale: Kept. } }"],
    ["a map of numbers with words beside them", "{ trust: 4, trust_reasoning: Kept. }"],
  ])("keeps its reasons, in %s", (_, assessment) => {
    expect(read("Text.", `ontology: { domain: care, commons_assessment: ${assessment} }`).scores).toEqual([stated]);
  });
});
