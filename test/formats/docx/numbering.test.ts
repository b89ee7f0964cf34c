import type { NumberingDefinition } from "docx";
import { describe, expect, it } from "vitest";
import type { ListMark } from "../../../src/formats/docx/model.js";
import { DEEPEST_LIST, STEP } from "../../../src/formats/docx/styles/measures.js";
import { NUMBERING, numberingOf } from "../../../src/formats/docx/write/numbering.js";

const [bullets, numbers] = NUMBERING.config;

/** What a list counts by. */
function definitionOf(mark: Partial<ListMark>): NumberingDefinition {
  const numbering = numberingOf({ kind: "number", list: 4, level: 1, start: 1, type: "1", room: STEP, ...mark });
  if (numbering === false || typeof numbering.reference === "string") return expect.fail();
  return numbering.reference;
}

describe("the lists of a handout", () => {
  it("have a bullet, within it a dash, and so on in turn, down to where Word stops", () => {
    expect(bullets?.levels.map(({ text }) => text).join("")).toBe("•–•–•–•–•");
    expect(bullets?.levels.map(({ level }) => level)).toEqual([...Array(DEEPEST_LIST + 1).keys()]);
  });

  it("stand in a step further at each level, their signs in the step", () => {
    for (const { levels } of [bullets, numbers].filter((list) => list !== undefined)) {
      expect(levels.map(({ style }) => style?.paragraph?.indent)).toEqual(
        levels.map((_, level) => ({ left: STEP * (level + 1), hanging: STEP })),
      );
    }
  });

  it("count at each level for that level, from where they begin, in their figures", () => {
    const [, second] = definitionOf({ start: 3, type: "a", room: STEP + 90 }).levels;
    expect(second).toMatchObject({ format: "lowerLetter", text: "%2.", start: 3 });
    expect(second?.style?.paragraph?.indent).toEqual({ left: 2 * STEP + 90, hanging: STEP + 90 });
  });

  it("are one kind where they count alike, and another where they do not", () => {
    const nameOf = (start: number, type: "1" | "a", room = STEP): string =>
      definitionOf({ start, type, room }).reference;
    expect(nameOf(1, "1")).toBe(numbers?.reference);
    expect(new Set([nameOf(1, "1"), nameOf(2, "1"), nameOf(1, "a"), nameOf(1, "1", STEP + 9)]).size).toBe(4);
  });
});
