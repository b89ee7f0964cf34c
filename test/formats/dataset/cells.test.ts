import { expect, it } from "vitest";
import { format, toCell } from "../../../src/formats/dataset/serializations/tables-csv.js";

it("a cell holds one value or several, parted by a sign that is escaped where it is in one", () => {
  expect(toCell(["bread", "salt"], "string")).toBe("bread|salt");
  expect(toCell(["a|b", "c\\d", ""], "string")).toBe("a\\|b|c\\\\d|");
  expect([toCell(null, "string"), toCell([], "string"), toCell(true, "boolean")]).toEqual(["", "", "true"]);
  expect(toCell("half \ud83c a pair", "string")).toBe("half \ufffd a pair");
});

it("a column of numbers is one whatever the numbers are", () => {
  expect([toCell(3, "number"), toCell(3.5, "number"), toCell(0, "number"), toCell(3, "integer")]).toEqual([
    "3.0",
    "3.5",
    "0.0",
    "3",
  ]);
});

it("a row is one of RFC 4180, in which no spreadsheet finds a formula", () => {
  expect(format([["a", "b,c", 'd "e"', "f\ng"]])).toBe('a,"b,c","d ""e""","f\ng"\r\n');
  for (const formula of ["=1+1", "+1", "-1", "@SUM(A1)"]) expect(format([[formula]])).toBe(`'${formula}\r\n`);
});
