import { describe, expect, test } from "vitest";
import { pageRange } from "../../../src/formats/pdf/matter/folio.js";
import { columnOf, linesAgain } from "../../../src/formats/pdf/matter/lines-again.js";
import { layOut } from "../../../src/formats/pdf/matter/piece.js";
import { numberRanges } from "../../../src/page/matter/number-ranges.js";
import { invertArticle } from "../../../src/page/matter/term-index/names.js";
import { toRoman } from "../../../src/page/roman.js";
import { templateFolders } from "../../../src/page/template-files.js";
import { readTokens } from "../../../src/page/tokens.js";

describe("the parts of front and back matter", () => {
  test("shorten ranges of pages in English as the Chicago Manual does, elsewhere not at all", () => {
    const ranges: [number, number, string][] = [
      [3, 10, "3–10"],
      [71, 72, "71–72"],
      [100, 104, "100–104"],
      [1100, 1113, "1100–1113"],
      [101, 108, "101–8"],
      [808, 833, "808–33"],
      [1103, 1104, "1103–4"],
      [321, 328, "321–28"],
      [498, 532, "498–532"],
      [1087, 1089, "1087–89"],
      [1496, 1500, "1496–500"],
      [11564, 11615, "11564–615"],
      [12991, 13001, "12991–3001"],
      [7, 7, "7"],
    ];
    for (const [first, last, text] of ranges) expect(pageRange(first, last, "en-GB")).toBe(text);
    expect(pageRange(321, 328, "de")).toBe("321–328");
  });

  test("number as books do", () => {
    expect([1, 4, 9, 14, 40, 99].map(toRoman)).toEqual(["i", "iv", "ix", "xiv", "xl", "xcix"]);
    expect(numberRanges([3, 4, 5, 8, 10, 11])).toBe("3–5, 8, 10–11");
  });

  test("are brought to the right page by blanks that are counted", () => {
    const pieces = ["a", "b", "c"].map((id) => ({ id, html: "", recto: id === "b" }));
    const extent = layOut(
      pieces,
      new Map([
        ["a", 1],
        ["b", 1],
        ["c", 2],
      ]),
      { before: 0, even: true },
    );
    expect(extent.places.map(({ page }) => page)).toEqual([1, 3, 4]);
    expect(extent).toMatchObject({ pages: 6, blanksBefore: ["b"], blankAtEnd: true });
  });

  test("keep room for the heading of an index entry where a column begins within it", () => {
    const geometry = { width: 432, inner: 54, outer: 48 };
    const lines = (text: string): number =>
      linesAgain(text, columnOf(geometry), readTokens(templateFolders(undefined)));
    expect(lines("Trust (continued)")).toBe(1);
    expect(lines("Community-supported stewardship of large shared grounds and waters (continued)")).toBe(3);
    expect(lines("x".repeat(80))).toBe(4);
  });

  test("put titles as an index lists them", () => {
    expect(invertArticle("The Shadow of the Future", ["The", "A"], { language: "en" })).toBe(
      "Shadow of the Future, The",
    );
    expect(invertArticle("La caja común", ["La"], { language: "es" })).toBe("Caja común, La");
    expect(invertArticle("Theory", ["The"], { language: "en" })).toBe("Theory");
    expect(invertArticle("Les", ["Les", "L’"], { language: "fr" })).toBe("Les");
    expect(invertArticle("L'atelier du lundi", ["Le", "L’"], { language: "fr" })).toBe("Atelier du lundi, L’");
    expect(invertArticle("Un’altra via", ["Un", "Un’"], { language: "it" })).toBe("Altra via, Un’");
    expect(invertArticle("Lo spazio comune", ["L’", "Lo"], { language: "it" })).toBe("Spazio comune, Lo");
  });
});
