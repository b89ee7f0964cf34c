import { describe, expect, it } from "vitest";
import { parseBody } from "../../../src/library/body/parse.js";
import { gatherEssence } from "../../../src/page/essence/index.js";

interface Given {
  summary?: string;
  language?: string;
  title?: string;
}

/** What a card says, by matter. */
function cardOf(
  markdown: string,
  { summary, language = "en", title = "Bell Rope" }: Given = {},
): Record<string, string[]> {
  const options = { title, summary: summary ?? null, language };
  const { extracts } = gatherEssence(parseBody(markdown, "bell-rope", title), options);
  return Object.fromEntries(extracts.map(({ matter, items }) => [matter, items.flat()]));
}

const SUMMARY = "Nobody rings; hang one rope where all can reach it.";

describe("running text of practices", () => {
  it.each([
    ["a finding", "Most ringers come late.", "Ring the bell at noon."],
    ["a claim", "The rope is often too short.", "Measure the rope each spring."],
    ["what happened once", "In March the rope broke and nobody came.", "Keep a second rope in the loft."],
    ["a made-up case", "Suppose a village has two bells.", "Draw lots for the first turn."],
    ["a piece of a list", "Ringers.", "Two keys must be kept."],
    ["what was counted", "Twelve people take an hour.", "Each ringer has one hour."],
  ])("tells what to do, and not %s", (_, other, told) => {
    expect(cardOf(`# Practices\n\n${other} ${told}`).practices).toEqual([told]);
  });

  it("is left out where it tells nothing, and the steps stand in", () => {
    const text = "# Practices\n\nThe rope is long.\n\n# Implementation\n\n- Hang the rope.\n- Ring the bell at noon.";
    expect(cardOf(text)).toMatchObject({ steps: ["Hang the rope.", "Ring the bell at noon."] });
    expect(cardOf(text).practices).toBeUndefined();
  });

  it("has no word for what was left out", () => {
    const text =
      "# Practices\n\nHang the rope by the door. The loft was locked for years. Open it on Sundays. Ring the bell at noon.";
    expect(cardOf(text).practices).toEqual(["Hang the rope by the door.", "Ring the bell at noon."]);
  });

  it.each([
    ["de", "Die meisten kommen zu spät. Legt das Seil bereit.", "Legt das Seil bereit."],
    ["es", "La mayoría llega tarde. Colgad la cuerda junto a la puerta.", "Colgad la cuerda junto a la puerta."],
    // Of a language without words of its own, sentences are taken as they are.
    ["nl", "Het touw hangt naast de deur van de toren.", "Het touw hangt naast de deur van de toren."],
  ])("is judged by the words of its language (%s)", (language, text, told) => {
    expect(cardOf(`# Practices\n\n${text}`, { language }).practices).toEqual([told]);
  });
});

describe("a list of practices", () => {
  it("has names with what is said of them, and no claims about them", () => {
    const text = [
      "- **Rope:** The rope is often too short. Choose a long one.",
      "- **Turns:** Ringers draw lots at noon.",
      "- **Weather:** Storms can be a barrier.",
      "- **Oil:** The wheel is oiled in May.",
    ];
    expect(cardOf(`# Practices\n\n${text.join("\n")}`).practices).toEqual([
      "Rope: Choose a long one.",
      "Turns: Ringers draw lots at noon.",
      "Oil: The wheel is oiled in May.",
    ]);
  });

  it("gives one sentence to one name: what lists several says nothing of each", () => {
    const text =
      "Good towers have **long ropes**, **dry lofts** and **quiet doors**. Ringers begin with **a common hour**. Last comes **a new wheel** for the tower.";
    expect(cardOf(`# Practices\n\n${text}`).practices).toEqual([
      "Ringers begin with a common hour.",
      "Last comes a new wheel for the tower.",
    ]);
  });

  it("passes over a beginning that only praises once its end is cut off", () => {
    const text =
      "- **Rope:** At the heart of ringing is the principle of the rope, which has been handed down from tower to tower and from hand to hand in this valley for ages.\n- **Hour:** Ringers meet at noon.\n- **Wheel:** The wheel is oiled in May.";
    expect(cardOf(`# Practices\n\n${text}`).practices).toEqual([
      "Hour: Ringers meet at noon.",
      "Wheel: The wheel is oiled in May.",
    ]);
  });
});

describe("what a pattern is in short", () => {
  it("begins, beside a summary, with the sentence that names the pattern, and ends with its paragraph", () => {
    const text =
      "# Overview\n\nOnly Ada can reach it. She stands on a chair.\n\nThe tower is high. A bell rope brings the bell to the ground. It hangs by the door.\n\nChairs were sold.";
    expect(cardOf(text, { summary: SUMMARY }).overview).toEqual([
      "A bell rope brings the bell to the ground.",
      "It hangs by the door.",
    ]);
  });

  it("is the summary alone where no sentence names the pattern by itself", () => {
    const text = "# Overview\n\nOnly Ada can reach it.\n\nA bell rope gives them this. A bellringer had none.";
    expect(cardOf(text, { summary: SUMMARY }).overview).toBeUndefined();
    expect(cardOf("# Overview\n\nThe tower is high.").overview).toEqual(["The tower is high."]);
  });

  it("does not say the words of the title again where the summary has said it all", () => {
    const text = "# Problem\n\nThe core conflict is Bell vs. Rope.";
    expect(cardOf(text, { summary: SUMMARY }).tension).toBeUndefined();
    expect(cardOf(text).tension).toEqual(["The core conflict is Bell vs. Rope."]);
  });
});

describe("a sentence", () => {
  it.each([
    "The tension pulls in two directions.",
    "The tower rests on a set of core principles.",
    "Ringing works at three levels simultaneously.",
    "On one side, ringers want an early hour.",
    "Towers should adopt a series of key practices.",
  ])("that announces what does not follow is left out: %s", (announcing) => {
    expect(cardOf(`# Problem\n\nRopes break. ${announcing}`).tension).toEqual(["Ropes break."]);
  });

  it("with one side of a contrast stands with its other", () => {
    const sides = "On one side, ringers want an early hour. On the other side, neighbours sleep.";
    expect(cardOf(`# Problem\n\n${sides}`).tension).toEqual([sides]);
  });

  it("about the pattern or the text is no solution", () => {
    const text =
      "# Solution\n\nTherefore, hang one rope by the door. This pattern works because it shifts the frame. The mechanism is simple.";
    expect(cardOf(text).therefore).toEqual(["Therefore, hang one rope by the door."]);
  });

  it("of what something is good for is nothing to beware of", () => {
    const text =
      "# Pitfalls\n\n- **Securing doors:** A rope can be used to close them.\n- **Rot:** Wet ropes break under a swing.";
    expect(cardOf(text).beware).toEqual(["Rot: Wet ropes break under a swing."]);
  });
});
