import { describe, expect, it } from "vitest";
import { greyContent } from "../../../src/formats/pdf/prepress/grey-content.js";
import { solidColour } from "../../../src/formats/pdf/prepress/press-edition.js";
import fc from "../../support/fast-check.js";

const inGrey = (content: string): string => Buffer.from(greyContent(Buffer.from(content, "latin1"))).toString("latin1");

describe("a content stream on its way to the press", () => {
  it.each([
    ["0 0 0 rg", "0 g"],
    ["0 0 0 RG 0 0 0 rg", "0 G 0 g"],
    [".3333 .3333 .3333 rg\n10 10 m", ".3333 g\n10 10 m"],
    ["1 0 0 rg", "0.4984 g"],
    ["0 0 0 1 k", "0 g"],
    ["0 0 0 0 K", "1 G"],
    ["/DeviceRGB cs 0 1 0 sc", "/DeviceGray cs 0.8625 sc"],
    ["/Pattern cs /P1 scn", "/Pattern cs /P1 scn"],
    ["0.5 scn", "0.5 scn"],
  ])("has one ink: %s becomes %s", (colour, grey) => {
    expect(inGrey(colour)).toBe(grey);
  });

  it("has no marks for a reader's machine", () => {
    expect(inGrey("/P <</MCID 0 /ActualText (a \\) >>) >>BDC\nBT (x) Tj ET\nEMC\n/Artifact BMC q Q EMC")).toBe(
      "\nBT (x) Tj ET\n\n q Q ",
    );
  });

  it("keeps what only looks like a colour: in strings, comments, names and inline pictures", () => {
    const content = [
      "BT (0 0 0 rg \\) 1 0 0 rg) Tj <30> Tj [(0 0 0 rg) -20 (x)] TJ ET",
      "% 0 0 0 rg\n/rg gs",
      "BI /W 3 /H 1 /BPC 8 /CS /G ID 0 0 0 rg\x00\xff EI Q",
    ].join("\n");
    expect(inGrey(content)).toBe(content);
  });

  it("stays as it is, byte for byte, where it sets no colour", () => {
    const operand = fc.oneof(
      fc.float({ noNaN: true }).map((value) => value.toFixed(3)),
      fc.integer().map(String),
      fc.string().map((text) => `(${text.replace(/[\\()]/g, "\\$&").replace(/[^\0-\xff]/g, "?")})`),
      fc.uint8Array().map((bytes) => `<${Buffer.from(bytes).toString("hex")}>`),
      fc.constantFrom("/G3", "/DeviceRGB", "[1 (]) 2 <5d>]", "<< /rg [0 0 0] /K << /k (>>) >> >>", "true", "null"),
    );
    const operator = fc.constantFrom(
      "cm",
      "q",
      "Q",
      "Tj",
      "TJ",
      "'",
      '"',
      "f*",
      "W*",
      "re",
      "m",
      "gs",
      "Do",
      "BT",
      "T*",
    );
    const space = fc.constantFrom(" ", "\n", "\r\n", "\t", " % rg\n");
    const operation = fc.tuple(fc.array(operand, { maxLength: 6 }), operator, space);
    const stream = fc
      .array(operation)
      .map((operations) => operations.map(([operands, name, gap]) => [...operands, name].join(gap)).join("\n"));
    fc.assert(fc.property(stream, (content) => inGrey(content) === content));
  });

  it("is read to its end whatever its bytes, and never grows by more than its colours", () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    const tokens = fc.array(
      fc.constantFrom("(", ")", "<", ">", "[", "]", "<<", ">>", "BI", "ID", "EI", "1", "rg", "/"),
    );
    fc.assert(fc.property(bytes, (content) => greyContent(content).length <= content.length + 8));
    fc.assert(fc.property(tokens, (list) => inGrey(list.join(" ")).length <= 3 * list.length));
  });
});

describe("the accent", () => {
  const solid = solidColour("#1f4e5f");
  const inBlack = (content: string): string =>
    Buffer.from(greyContent(Buffer.from(content, "latin1"), solid)).toString("latin1");

  it("is printed in solid black where it is dark, whatever else is in colour", () => {
    expect(inBlack(".121568628 .305882365 .372549027 rg\n1 0 0 RG")).toBe("0 g\n0.4984 G");
    expect(inBlack(".121568628 .305882365 .372549027 RG")).toBe("0 G");
  });

  it("is printed as its grey where it is light", () => {
    expect(solidColour("#e0c040")).toBeUndefined();
    expect(solidColour("#000000")).toEqual([0, 0, 0]);
  });
});
