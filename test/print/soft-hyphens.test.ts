import { expect, test } from "vitest";
import { setSoftHyphens } from "../../src/print/finish/soft-hyphens.js";

const SOFT = "/Span<</ActualText <FEFF00AD> >> BDC\n4.5 0 Td <0001> Tj\nEMC\n";

test("a soft hyphen within a line is gone, and the next letter stands where it did", () => {
  expect(setSoftHyphens(`<000A> Tj\n${SOFT}0 0 Td <002F> Tj\n`)).toBe("<000A> Tj\n4.5 0 Td <002F> Tj\n");
});

test("so it is before letters that are drawn as one, and within them", () => {
  const ligature = "/Span<</ActualText (fi) >> BDC\n";
  expect(setSoftHyphens(`${SOFT}${ligature}0 0 Td <01FD> Tj\nEMC\n`)).toBe(`${ligature}4.5 0 Td <01FD> Tj\nEMC\n`);
  expect(setSoftHyphens("/Span<</ActualText <FEFF006600AD00660069> >> BDC\n")).toBe(
    "/Span<</ActualText <FEFF006600660069> >> BDC\n",
  );
});

test("where a line ends the hyphen that is seen is the soft one", () => {
  const seen = (text: string): string => `ET\nBT\n/Span<</ActualText <${text}> >> BDC\n/F4 13 Tf\n<0010> Tj\nEMC\nET\n`;
  expect(setSoftHyphens(SOFT + seen("FEFF2010"))).toBe(seen("FEFF00AD"));
});

test("where only a run of text ends there is none, and a hyphen that was typed stays one", () => {
  expect(setSoftHyphens(`<000A> Tj\n${SOFT}ET\nBT\n/F4 13 Tf\n`)).toBe("<000A> Tj\nET\nBT\n/F4 13 Tf\n");
  const typed = "ET\nBT\n/Span<</ActualText <FEFF2010> >> BDC\n<0010> Tj\n";
  expect(setSoftHyphens(typed)).toBe(typed);
});
