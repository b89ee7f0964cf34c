import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as toText } from "hast-util-to-string";
import { describe, expect, it } from "vitest";
import { cellsOf } from "../../src/library/body/table-grid.js";
import { divideTable, runsOf } from "../../src/page/divide-table.js";
import { readLocale } from "../../src/page/locale.js";
import { layOutRows } from "../../src/page/table-grid.js";
import { templateFolders } from "../../src/page/template-files.js";

const LOCALE = readLocale(templateFolders(undefined), "en", {});

function divided(rows: string, ...runs: number[][]): string[][] {
  const [table] = fromHtml(`<table><tbody>${rows}</tbody></table>`, { fragment: true }).children;
  if (table?.type !== "element") throw new Error("no table");
  return divideTable(table, layOutRows(table), runs, LOCALE).map((part) =>
    layOutRows(part).map(({ element }) => cellsOf(element).map(draw).join(" ")),
  );
}

function draw(cell: Element): string {
  const { colSpan = 1, rowSpan = 1 } = cell.properties;
  const spans = `${colSpan}×${rowSpan}`;
  return `${toText(cell) || "-"}${spans === "1×1" ? "" : spans}`;
}

describe("a table that is divided", () => {
  it("repeats its first column, and ends in its head what reaches out of it", () => {
    const rows =
      "<tr><td rowspan=3>a<td>b<td rowspan=2>c</tr><tr><td>d</tr><tr><td colspan=2>e</tr><tr><td>f<td>g<td>h</tr>";
    expect(divided(rows, [1], [2])).toEqual([
      ["a b", "- d", "- e", "f g"],
      ["a c", "- -", "- e", "f h"],
    ]);
  });

  it("takes as few runs as can be, of one length where that fits", () => {
    const demands = (...least: number[]): { least: number; most: number }[] =>
      least.map((one) => ({ least: one, most: one }));
    expect(runsOf(demands(1, 1, 1, 1, 1, 1), 5)).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(runsOf(demands(1, 3, 3, 1, 1, 1), 4)).toEqual([[1], [2], [3, 4, 5]]);
  });
});
