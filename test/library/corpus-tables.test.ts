import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { SourceError } from "../../src/library/failure.js";
import { parseSource } from "../../src/library/parse-file.js";
import { ROOT } from "../support/editions.js";
import { cellsNotIn, readRawTables, wordsOfCell } from "../support/raw-tables.js";

const CORPUS = join(ROOT, "../shared/corpus");

describe.skipIf(!existsSync(CORPUS))("the tables of the corpus", () => {
  it("are in the bodies, cell by cell, as their pipes have them", () => {
    const missing: Record<string, string[]> = {};
    let count = 0;
    for (const path of readdirSync(CORPUS, { recursive: true, encoding: "utf8" })) {
      if (!path.endsWith(".md")) continue;
      const bytes = readFileSync(join(CORPUS, path));
      const cells = readRawTables(bytes.toString("utf8"));
      if (cells.length === 0) continue;
      const text = textOf(bytes, path);
      if (text === undefined) continue;
      count += cells.length;
      const lost = cellsNotIn(cells, text);
      if (lost.length > 0) missing[path] = lost;
    }
    expect(missing).toEqual({});
    expect(count).toBeGreaterThan(1500);
  }, 300_000);
});

/** Nothing of a file that is no pattern. */
function textOf(bytes: Uint8Array, path: string): string | undefined {
  try {
    const { body } = parseSource(bytes, { path, key: "key" });
    return body.sections.map(({ title, text }) => `${title}\n${text}`).join("\n");
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}

describe("the reader of pipes that tests have", () => {
  test("finds cells with their lines, those beyond the head and those in quotations too", () => {
    const file = "# Pears\n\n> | a | b |\n> |:-|-:|\n> | c \\| d | `e` | **f** |\n\n```\n| no | no |\n| - | - |\n```\n";
    expect(readRawTables(file).map((cell) => [cell.line, cell.column, wordsOfCell(cell)])).toEqual([
      [3, 0, ["a"]],
      [3, 1, ["b"]],
      [5, 0, ["c", "d"]],
      [5, 1, ["e"]],
      [5, 2, ["f"]],
    ]);
  });

  test("names cells whose words are not there", () => {
    const cells = readRawTables("| ripe pears | plums |\n|---|---|\n| figs | dates |");
    expect(cellsNotIn(cells, "Ripe pears; ripe pears and figs, pears ripe, dates")).toEqual(["1: plums"]);
    expect(cellsNotIn(cells, "ripe pears plums figs")).toEqual(["3: dates"]);
  });
});
