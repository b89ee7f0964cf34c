import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { describe, expect, it } from "vitest";
import { divideTables } from "../../../src/formats/docx/divide-tables.js";
import { inOrder } from "../../../src/formats/docx/in-order.js";
import { easeColumns } from "../../../src/formats/docx/stand-in.js";
import { demandOf, fitColumns } from "../../../src/page/column-widths.js";
import { readLocale } from "../../../src/page/locale.js";
import { layOutRows } from "../../../src/page/table-grid.js";
import { templateFolders } from "../../../src/page/template-files.js";
import { visit } from "../../../src/trees/visit.js";
import fc from "../../support/fast-check.js";

describe("the columns of a table", () => {
  const demand = fc
    .tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 0, max: 40_000 }))
    .map(([least, more]) => ({ least, most: least + more }));

  it("fill their width to the twip, whatever they hold", () => {
    fc.assert(
      fc.property(fc.array(demand, { minLength: 1, maxLength: 63 }), (demands) => {
        const widths = fitColumns(demands, 7120);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBe(7120);
        for (const width of widths) expect(width).toBeGreaterThan(0);
      }),
    );
  });

  it("break no word as long as there is room", () => {
    fc.assert(
      fc.property(fc.array(demand, { minLength: 1, maxLength: 6 }), (demands) => {
        const least = demands.reduce((sum, one) => sum + one.least, 0);
        fc.pre(least <= 7120);
        fitColumns(demands, 7120).forEach((width, at) => {
          expect(width).toBeGreaterThanOrEqual((demands[at]?.least ?? 0) - demands.length);
        });
      }),
    );
  });

  it("leave room for a wider face where there is any", () => {
    const words = [
      { least: 600, most: 700 },
      { least: 1200, most: 9000 },
    ];
    expect(easeColumns(words, 7120, 200)).toEqual([
      { least: 720, most: 720 },
      { least: 1500, most: 9000 },
    ]);
    expect(easeColumns(words, 1800, 200)).toEqual(words);
  });

  it("are asked for by their longest word and their longest line", () => {
    const short = demandOf("a few words", 9, 200);
    const long = demandOf("a few words\nand another, longer line", 9, 200);
    expect(long.most).toBeGreaterThan(short.most);
    expect(short.least).toBeLessThan(short.most);
    expect(demandOf("漢字", 9, 0).most).toBe(360);
  });
});

describe("the grid of a table", () => {
  const span = fc.integer({ min: 1, max: 4 });
  const cell = fc.record({ columns: span, rows: span });
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });

  it("has no hole and nothing twice, whatever the spans", () => {
    fc.assert(
      fc.property(rows, (source) => {
        const placed = layOutRows(tableOf(source));
        const filled = new Map<string, number>();
        placed.forEach(({ cells }, row) => {
          for (const { column, columns, rows: down } of cells) {
            for (let y = row; y < row + down; y++) {
              for (let x = column; x < column + columns; x++)
                filled.set(`${x},${y}`, (filled.get(`${x},${y}`) ?? 0) + 1);
            }
          }
        });
        expect(filled.size).toBe(placed.length * (placed[0]?.columns ?? 0));
        expect([...filled.values()].every((times) => times === 1)).toBe(true);
      }),
    );
  });

  it("is divided where Word has not so many columns, each part with the first", () => {
    const row = (name: string): string =>
      `<tr>${Array.from({ length: 200 }, (_, at) => `<td id="${name}${at}">${name}${at}</td>`).join("")}</tr>`;
    const tree = fromHtml(`<table>${row("a")}${row("b")}</table>`, { fragment: true });
    divideTables(tree, 9000, readLocale(templateFolders(undefined), "en", {}));
    const parts = tree.children.filter((part) => part.type === "element");
    const drawn = parts.map((part) => layOutRows(part));
    expect(parts.length).toBeGreaterThan(3);
    for (const [head] of drawn) expect(head?.columns).toBeLessThanOrEqual(63);
    expect(drawn.map(([, body]) => body?.cells[0]?.element?.children)).toEqual(
      drawn.map(() => [expect.objectContaining({ value: "b0" })]),
    );
    const names: unknown[] = [];
    visit(tree, "element", ({ properties: { id } }) => {
      if (id) names.push(id);
    });
    expect(names).toHaveLength(400);
    expect(new Set(names).size).toBe(400);
  });

  function tableOf(source: { columns: number; rows: number }[][]): Element {
    const cells = (row: (typeof source)[number]): string =>
      row.map(({ columns, rows }) => `<td colspan="${columns}" rowspan="${rows}">x</td>`).join("");
    const html = `<table><tbody>${source.map((row) => `<tr>${cells(row)}</tr>`).join("")}</tbody></table>`;
    const [table] = fromHtml(html, { fragment: true }).children;
    if (table?.type !== "element") throw new Error("no table");
    return table;
  }
});

describe("tasks", () => {
  it("run a few at once and end in their order", async () => {
    let running = 0;
    let most = 0;
    const results: number[] = [];
    for await (const result of inOrder([30, 10, 20, 1, 5], 3, async (delay) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, delay));
      running--;
      return delay;
    })) {
      results.push(result);
    }
    expect(results).toEqual([30, 10, 20, 1, 5]);
    expect(most).toBe(3);
  });

  it("fail with the first that fails, when the others are done", async () => {
    let done = 0;
    const run = async (item: number): Promise<number> => {
      if (item === 2) throw new Error("second");
      await new Promise((resolve) => setTimeout(resolve, 5 * item));
      done++;
      return item;
    };
    const all = async (): Promise<void> => {
      for await (const _ of inOrder([1, 2, 3, 4], 4, run));
    };
    await expect(all()).rejects.toThrow("second");
    expect(done).toBe(3);
  });
});
