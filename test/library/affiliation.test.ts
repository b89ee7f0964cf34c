import { describe, expect, it } from "vitest";
import { contributors } from "../../src/library/metadata/people.js";
import { creditName, readLocale } from "../../src/page/locale.js";
import { templateFolders } from "../../src/page/template-files.js";

const told = (written: unknown): string[] =>
  contributors
    .parse(written)
    .flatMap((one) =>
      one ? [[one.name, "affiliation" in one ? one.affiliation : undefined].filter(Boolean).join(" | ")] : [],
    );

describe("who made a pattern, and where they are from", () => {
  it("is told apart in brackets, behind a dash or a comma", () => {
    expect(
      told([
        "Ada Glow (Mill & Sons Ltd)",
        "Ada Glow, Millstone Inc.",
        "Ada Glow - Millstone",
        "Ada Glow – University of the Upper Valley",
        "Ada van der Glow at Millstone",
        "[Ada Glow](https://example.org/ada) (Millstone)",
        "Ada Glow, ACME",
        "Ada Glow (Millstone, Inc)",
      ]),
    ).toEqual([
      "Ada Glow | Mill & Sons Ltd",
      "Ada Glow | Millstone Inc.",
      "Ada Glow | Millstone",
      "Ada Glow | University of the Upper Valley",
      "Ada van der Glow | Millstone",
      "Ada Glow | Millstone",
      "Ada Glow | ACME",
      "Ada Glow | Millstone, Inc",
    ]);
  });

  it("stays one name where nothing says that it is two things", () => {
    const names = [
      "Glow, Ada",
      "Ada Glow, Jr.",
      "Ada Glow, PhD",
      "Ada Glow (1911–1987)",
      "Ada Glow (translator)",
      "Ada Glow-Hill",
      "Millstone (Upper Valley)",
      "Ada Glow (@adaglow)",
      "The Bakers of the Upper Valley",
    ];
    expect(told(names)).toEqual(names);
  });

  it("is one person or several in one text", () => {
    expect(told("Ada Glow, Ben Ford")).toEqual(["Ada Glow", "Ben Ford"]);
    expect(told("Ada Glow, Millstone Inc")).toEqual(["Ada Glow | Millstone Inc"]);
    expect(told("Ada Glow (Millstone), Ben Ford (Ford GmbH)")).toEqual([
      "Ada Glow | Millstone",
      "Ben Ford | Ford GmbH",
    ]);
  });

  it("is printed with both", () => {
    const locale = readLocale(templateFolders(undefined), "en", {});
    expect(creditName(locale, { name: "Ada Glow", affiliation: "Millstone" })).toBe("Ada Glow (Millstone)");
    expect(creditName(locale, { name: "Ada Glow", affiliation: "Millstone", role: "editor" })).toBe(
      "Ada Glow (Millstone, editor)",
    );
  });
});

describe("several names in one text", () => {
  it.each([
    ["Ada Glow; Bo Ek", ["Ada Glow", "Bo Ek"]],
    ["Ada Glow; Bo Ek; ", ["Ada Glow", "Bo Ek"]],
    ["Glow, Ada; Ek, Bo", ["Glow, Ada", "Ek, Bo"]],
    ["Ada Glow, Bo Ek", ["Ada Glow", "Bo Ek"]],
    ["ada, bo", ["ada", "bo"]],
    ["Ada, Bo, Xi", ["Ada", "Bo", "Xi"]],
    ["Glow, Ada", ["Glow, Ada"]],
    ["Ada Glow, Jr.", ["Ada Glow, Jr."]],
    ["Ada Glow, Bo Ek, Sr", ["Ada Glow, Bo Ek, Sr"]],
    ["Ada Glow, Bo Ek, PhD", ["Ada Glow, Bo Ek, PhD"]],
    ["Ada Glow, Bo Ek,", ["Ada Glow, Bo Ek,"]],
  ])("%j", (written, names) => {
    expect(told(written)).toEqual(names);
  });
});
