import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as toText } from "hast-util-to-string";
import { describe, expect, it } from "vitest";
import { parseBody } from "../../src/library/body/parse.js";
import { formGrid } from "../../src/library/body/table-grid.js";
import { visit } from "../../src/trees/visit.js";
import fc from "../support/fast-check.js";

describe("the spans of a table", () => {
  it.each<[string, string, string[]]>([
    [
      "go over rows without cells",
      "<tr><td rowspan=3>a<td rowspan=2>b</tr><tr></tr><tr><td>c</tr>",
      ["a b", "a b", "a c"],
    ],
    ["end with the table", "<tr><td rowspan=9>a<td>b</tr><tr><td>c</tr>", ["a b", "a c"]],
    [
      "go on to the end where they are nought",
      "<tr><td rowspan=0>a<td>b</tr><tr><td>c<tr><td>d</tr>",
      ["a b", "a c", "a d"],
    ],
    [
      "end with their group of rows",
      "<thead><tr><th rowspan=4>a<th>b</tr></thead><tbody><tr><td rowspan=0>c<td>d</tr></tbody><tbody><tr><td>e<td>f</tr></tbody>",
      ["a b", "c d", "e f"],
    ],
    [
      "are one where they are no number",
      "<tr><td rowspan=x colspan=0>a<td colspan=-2>b</tr><tr><td>c<td>d</tr>",
      ["a b", "c d"],
    ],
    [
      "do not cover a cell from above",
      "<tr><td>a<td rowspan=2>b<td>c<td>d</tr><tr><td colspan=3>e<td>f</tr>",
      ["a b c d", "e b - f"],
    ],
    ["take no columns that nothing begins in", "<tr><td>a<td colspan=99999>b</tr><tr><td>c<td>d</tr>", ["a b", "c d"]],
    ["leave a hole where a row is short", "<tr><td rowspan=2>a<td>b<td>c</tr><tr><td>d</tr>", ["a b c", "a d -"]],
    ["put the foot last", "<tfoot><tr><td>z</tfoot><tbody><tr><td>a</tbody>", ["a", "z"]],
  ])("%s", (_, rows, expected) => {
    const { tree } = parseBody(`<table>${rows}</table>`, "pattern", "Pattern");
    expect(drawn(tableIn(tree))).toEqual(expected);
  });

  it("are dropped with a row that nothing stands in and nothing reaches", () => {
    const { tree } = parseBody("<table><tr><td>a</tr><tr></tr><tr></tr><tr><td>b</tr></table>", "pattern", "Pattern");
    expect(drawn(tableIn(tree))).toEqual(["a", "b"]);
  });

  const cell = fc.record({ columns: fc.integer({ min: 0, max: 5 }), rows: fc.integer({ min: 0, max: 5 }) });
  it("lose no cell, and leave rows of one length, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 7 }), (source) => {
        const rows = source.map((cells, row) =>
          cells.map(({ columns, rows }, at) => `<td colspan=${columns} rowspan=${rows}>${row}.${at}</td>`),
        );
        const html = `<table>${rows.map((cells) => `<tr>${cells.join("")}</tr>`).join("")}</table>`;
        const { tree } = parseBody(`${html}\n`, "pattern", "Pattern");
        const mended = tableIn(tree);
        const words = source.flatMap((cells, row) => cells.map((_, at) => `${row}.${at}`));
        expect(toText(mended).match(/\d\.\d/g) ?? []).toEqual(words);
        const lines = drawn(mended).map((line) => line.split(" "));
        expect(new Set(lines.map(({ length }) => length)).size).toBeLessThanOrEqual(1);
        expect(new Set(lines.flat().filter((word) => word !== "-")).size).toBe(words.length);
      }),
    );
  });

  it("count for nothing where they would make a table that nobody could read", () => {
    const rows = `<tr>${"<td rowspan=60000 colspan=1000>x</td>".repeat(2)}</tr>${"<tr><td rowspan=60000 colspan=1000>x</td></tr>".repeat(199)}`;
    const { tree } = parseBody(`<table>${rows}</table>`, "pattern", "Pattern");
    expect(drawn(tableIn(tree))).toEqual(["x x", ...new Array(199).fill("x -")]);
  });

  it("of a table that nobody could read cost nothing", () => {
    const row = (cells: number): string => `<tr>${"<td rowspan=60000 colspan=1000>x</td>".repeat(cells)}</tr>`;
    const [table] = fromHtml(`<table>${row(2000)}${row(1).repeat(2000)}</table>`, { fragment: true }).children;
    expect(table?.type === "element" && formGrid(table).rows.flatMap(({ cells }) => cells)).toHaveLength(4000);
  });
});

function tableIn(tree: Root): Element {
  const tables: Element[] = [];
  visit(tree, "element", (element) => {
    if (element.tagName === "table") tables.push(element);
  });
  return tables[0] ?? { type: "element", tagName: "table", properties: {}, children: [] };
}

/** A table as its spans draw it, by a reader of our own that knows no clash: the words of each place, `-` where there are none. */
function drawn(table: Element): string[] {
  const rows: Element[] = [];
  visit(table, "element", (element) => {
    if (element.tagName === "tr") rows.push(element);
  });
  const lines = rows.map((): string[] => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row.children) {
      if (cell.type !== "element") continue;
      while (lines[y]?.[x] !== undefined) x++;
      draw(lines, cell, { x, y });
    }
  }
  return lines.map((line) => Array.from(line, (word) => word ?? "?").join(" "));
}

function draw(lines: string[][], cell: Element, { x, y }: { x: number; y: number }): void {
  const { colSpan = 1, rowSpan = 1 } = cell.properties;
  for (let down = 0; down < Number(rowSpan); down++) {
    const line = lines[y + down];
    if (!line) throw new Error("a span beyond the table");
    for (let across = 0; across < Number(colSpan); across++) {
      if (line[x + across] !== undefined) throw new Error("a cell over another");
      line[x + across] = toText(cell) || "-";
    }
  }
}
