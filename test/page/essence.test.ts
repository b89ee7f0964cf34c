import { describe, expect, it } from "vitest";
import { parseBody } from "../../src/library/body/parse.js";
import { fitEssence } from "../../src/page/essence/fit.js";
import { type Essence, gatherEssence } from "../../src/page/essence/index.js";
import { splitSentences } from "../../src/page/essence/sentences.js";

function essenceOf(markdown: string, summary: string | null = null): Essence {
  return gatherEssence(parseBody(markdown, "well", "Well"), { summary, language: "en" });
}

/** `tension from Problem: One. | Two. / Three.` */
function lines(essence: Essence): string[] {
  return essence.map(
    ({ matter, section, items }) => `${matter} from ${section}: ${items.map((parts) => parts.join(" | ")).join(" / ")}`,
  );
}

describe("the essence of a pattern", () => {
  it("is problem, solution and steps where there are such sections", () => {
    const text = `### Section 1: Context

Near a well.

### Section 2: Problem

> **The core conflict is Thirst vs. Rest.**

All come at once. Nobody waits.

### Section 3: Solution

> **Therefore, take turns.**

### Section 4: Implementation

1. **Draw a list:** all names are on it.
2. **Keep it:** by the pump.`;
    expect(lines(essenceOf(text))).toEqual([
      "tension from Problem: The core conflict is Thirst vs. Rest. / All come at once. | Nobody waits.",
      "therefore from Solution: Therefore, take turns.",
      "steps from Implementation: Draw a list / Keep it",
    ]);
  });

  it("is overview, principles and practices where there are those", () => {
    const text = `# 1. Overview

A well is shared [1].

# 2. Core Principles

**Turns are fair.** Each has one.

**Turns are short.** A bucket each.

# 3. Key Practices

- Ring a bell: all hear it.
- Sweep the step. It ices over.

# 9. References

[1] A book`;
    expect(lines(essenceOf(text))).toEqual([
      "overview from Overview: A well is shared.",
      "principles from Core Principles: Turns are fair. / Turns are short.",
      "practices from Key Practices: Ring a bell / Sweep the step.",
    ]);
  });

  it("is a paragraph that begins with “Therefore”, where no section is the solution", () => {
    const text = "# Overview\n\nAll come at once.\n\nTherefore take turns. By the bell.\n\n# Practices\n\n- one\n- two";
    expect(lines(essenceOf(text))[1]).toBe("therefore from Overview: Therefore take turns. | By the bell.");
  });

  it("is found in sections that stand below the pattern's own title", () => {
    const text =
      "# TC03: Well\n\n### 1. Overview\n\nShared.\n\n### 2. Core Principles\n\n- a\n- b\n\n### 3. Practices\n\nTurns.";
    expect(lines(essenceOf(text))).toEqual([
      "overview from Overview: Shared.",
      "principles from Core Principles: a / b",
      "practices from Practices: Turns.",
    ]);
  });

  it("passes over headings without text", () => {
    const text = "# Overview\n\n# Principles\n\n# Overview\n\nShared.\n\n# Principles\n\n- a\n- b";
    expect(lines(essenceOf(text))).toEqual(["overview from Overview: Shared.", "principles from Principles: a / b"]);
  });

  it("is the summary where the text says nothing, and nothing where there is none", () => {
    expect(lines(essenceOf("# References\n\n[1] A book", "Take turns."))).toEqual(["overview from : Take turns."]);
    expect(essenceOf("# References\n\n[1] A book")).toEqual([]);
  });

  it.each([
    ["heads", "### Turns\n\nfair\n\n### Bells\n\nloud"],
    [
      "the first column of a table that lists them",
      "| Principle | What |\n|---|---|\n| Turns | fair |\n| Bells | loud |",
    ],
    ["bold words in a text", "First come **turns**, then come **bells**."],
    ["bold words in a table", "| Name | What |\n|---|---|\n| **Turns** | fair |\n| **Bells** | loud |"],
  ])("takes principles from %s", (_, text) => {
    const [extract] = essenceOf(`# Principles\n\n${text}`).filter(({ matter }) => matter === "principles");
    expect(extract?.items.flat().map((item) => item.toLowerCase())).toEqual(["turns", "bells"]);
  });
});

describe("a table of something else", () => {
  it("gives no points", () => {
    const text = "# Practices\n\nTurns.\n\n| Age | Count |\n|---|---|\n| under 30 | 3 |\n| over 30 | 4 |";
    expect(lines(essenceOf(text))).toContain("practices from Practices: Turns.");
  });
});

describe("sentences", () => {
  it("do not end at abbreviations and initials", () => {
    const text = "Ask Dr. Ostrom, E. Ostrom, vs. nobody. Then go.";
    expect(splitSentences(text, "en")).toEqual(["Ask Dr. Ostrom, E. Ostrom, vs. nobody.", "Then go."]);
    expect(splitSentences("Das gilt z. B. Hier. Sonst nicht.", "de")).toEqual(["Das gilt z. B. Hier.", "Sonst nicht."]);
  });

  it("are found in scripts without blanks and in languages that are none", () => {
    expect(splitSentences("水を分ける。順番に。", "zh")).toEqual(["水を分ける。", "順番に。"]);
    expect(splitSentences("One. Two.", "not a language")).toEqual(["One.", "Two."]);
  });
});

describe("what a card has room for", () => {
  const essence = essenceOf("# Problem\n\nOne one. Two two:\n\n- three\n\n# Solution\n\nFour, and five five five.");
  const cut = (room: number, most = room): string[] =>
    fitEssence(essence, { room, most, mark: " …", heightOf: (item) => item.length }).map(({ items }) =>
      items.join("/"),
    );

  it("is everything where that fits", () => {
    expect(cut(100)).toEqual(["One one. Two two:/three", "Four, and five five five."]);
  });

  it("ends after a sentence, with a mark, and not with one that leads on", () => {
    expect(cut(46)).toEqual(["One one. …", "Four, and five five five."]);
  });

  it("ends within a sentence that is too long by itself, at a clause or a word", () => {
    expect(cut(40, 22)).toEqual(["One one. …", "Four, and five five …"]);
    expect(cut(40, 8)).toEqual(["One …", "Four …"]);
  });
});

describe("headings of one level", () => {
  it("stay of one level, though the first of them was too deep", () => {
    const { sections, tree } = parseBody("# Well\n\nA.\n\n# One\n\n### a\n\nA.\n\n### b\n\nB.", "well", "Other");
    expect(sections.map(({ title }) => title)).toEqual(["Well", "One"]);
    expect(JSON.stringify(tree).match(/"tagName":"h\d"/g)).toEqual([
      '"tagName":"h2"',
      '"tagName":"h2"',
      '"tagName":"h3"',
      '"tagName":"h3"',
    ]);
  });
});
