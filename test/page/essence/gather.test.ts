import { describe, expect, it } from "vitest";
import { parseBody } from "../../../src/library/body/parse.js";
import { type Essence, type EssenceOptions, gatherEssence } from "../../../src/page/essence/index.js";
import { splitSentences } from "../../../src/page/essence/sentences.js";

function essenceOf(markdown: string, { summary = null, title = "Well", language = "en" }: Given = {}): Essence {
  return gatherEssence(parseBody(markdown, "well", title), { title, summary, language });
}

type Given = Partial<EssenceOptions>;

/** `tension from Problem: One. | Two. / Three.` */
function lines({ extracts }: Essence): string[] {
  return extracts.map(
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

**Turns are kept fair.** Each has one.

**Turns are kept short.** A bucket each.

# 3. Key Practices

- Ring a bell: all hear it.
- Sweep the step. It ices over.

# 9. References

[1] A book`;
    expect(lines(essenceOf(text))).toEqual([
      "overview from Overview: A well is shared.",
      "principles from Core Principles: Turns are kept fair. / Turns are kept short.",
      "practices from Key Practices: Ring a bell / Sweep the step.",
    ]);
  });

  it("is a paragraph that begins with “Therefore”, where no section is the solution", () => {
    const text =
      "# Overview\n\nAll come at once.\n\nTherefore take turns. By the bell.\n\n# Practices\n\n- ring a bell\n- sweep the step";
    expect(lines(essenceOf(text))[1]).toBe("therefore from Overview: Therefore take turns. | By the bell.");
  });

  it("is found in sections that stand below the pattern's own title", () => {
    const text =
      "# TC03: Well\n\n### 1. Overview\n\nShared.\n\n### 2. Core Principles\n\n- take turns\n- ring a bell\n\n### 3. Practices\n\nTake turns at the well.";
    expect(lines(essenceOf(text))).toEqual([
      "overview from Overview: Shared.",
      "principles from Core Principles: Take turns / Ring a bell",
      "practices from Practices: Take turns at the well.",
    ]);
  });

  it("passes over headings without text", () => {
    const text = "# Overview\n\n# Principles\n\n# Overview\n\nShared.\n\n# Principles\n\n- take turns\n- ring a bell";
    expect(lines(essenceOf(text))).toEqual([
      "overview from Overview: Shared.",
      "principles from Principles: Take turns / Ring a bell",
    ]);
  });

  it("begins with one sentence of the summary, which is not said again", () => {
    const summary = "A well is shared by turns. Few are.";
    expect(essenceOf("# References\n\n[1] A book", { summary })).toEqual({
      summary: "A well is shared by turns.",
      extracts: [],
    });
    const said = essenceOf("# Overview\n\nA well is shared by turns. All drink.", { summary });
    expect(lines(said)).toEqual(["overview from Overview: All drink."]);
    expect(essenceOf("# References\n\n[1] A book")).toEqual({ summary: null, extracts: [] });
  });

  it("passes over a conflict that only repeats the title", () => {
    const text = "# Problem\n\n**The core conflict is Tide vs. Table.** The sea does not wait for the cook.";
    expect(lines(essenceOf(text, { title: "Tide and Table" }))).toEqual([
      "tension from Problem: The sea does not wait for the cook.",
    ]);
    expect(lines(essenceOf("# Problem\n\nThe core conflict is Tide vs. Table.", { title: "Tide and Table" }))).toEqual([
      "tension from Problem: The core conflict is Tide vs. Table.",
    ]);
  });

  it("passes over a conflict between words that are none", () => {
    const text = "# Problem\n\nThe core conflict is The vs. In.\n\nNobody mends the pump.";
    expect(lines(essenceOf(text))).toEqual(["tension from Problem: Nobody mends the pump."]);
  });

  it.each([
    ["heads", "### Take turns\n\nfair\n\n### Ring a bell\n\nloud"],
    [
      "the first column of a table that lists them",
      "| Principle | What |\n|---|---|\n| Take turns | fair |\n| Ring a bell | loud |",
    ],
    ["bold words in a text", "First **take turns**, then **ring a bell**."],
    ["bold words in a table", "| Name | What |\n|---|---|\n| **Take turns** | fair |\n| **Ring a bell** | loud |"],
    ["terms", "<dl><dt>Take turns</dt><dd>fair</dd><dt>Ring a bell</dt><dd>loud</dd></dl>"],
  ])("takes principles from %s", (_, text) => {
    const { extracts } = essenceOf(`# Principles\n\n${text}`);
    const [principles] = extracts.filter(({ matter }) => matter === "principles");
    expect(principles?.items.flat()).toEqual(["Take turns", "Ring a bell"]);
  });
});

describe("a table of something else", () => {
  it("gives no points", () => {
    const text =
      "# Practices\n\nTake turns at the well.\n\n| Age | Count |\n|---|---|\n| under 30 | 3 |\n| over 30 | 4 |";
    expect(lines(essenceOf(text))).toContain("practices from Practices: Take turns at the well.");
  });
});

describe("sentences", () => {
  it("do not end at abbreviations and initials", () => {
    const text = "Ask Dr. Ostrom, E. Ostrom, vs. nobody. Then go.";
    expect(splitSentences(text, "en")).toEqual(["Ask Dr. Ostrom, E. Ostrom, vs. nobody.", "Then go."]);
    expect(splitSentences("Das gilt z. B. Hier. Sonst nicht.", "de")).toEqual(["Das gilt z. B. Hier.", "Sonst nicht."]);
  });

  it("hold whole quotations, and go on behind one in a small letter", () => {
    expect(splitSentences("They ask: “What grows? What stays?” Then they dig.", "en")).toEqual([
      "They ask: “What grows? What stays?”",
      "Then they dig.",
    ]);
    expect(splitSentences("Wait for the first “aha!” moment. Then go.", "en")).toEqual([
      "Wait for the first “aha!” moment.",
      "Then go.",
    ]);
    // One that never ends is no quotation.
    expect(splitSentences('A board of 5" is cut. Then sawn. Then planed.', "en")).toHaveLength(3);
  });

  it("are found in scripts without blanks and in languages that are none", () => {
    expect(splitSentences("水を分ける。順番に。", "zh")).toEqual(["水を分ける。", "順番に。"]);
    expect(splitSentences("One. Two.", "not a language")).toEqual(["One.", "Two."]);
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
