import { statSync } from "node:fs";
import { createRequire } from "node:module";

/** What is asked of a font before it is used. */
export interface FontSurvey {
  /** Whether it has axes along which its outlines change. */
  isVariable: boolean;
  /** The code points that it has glyphs for, rising. */
  characters: readonly number[];
}

const require = createRequire(import.meta.url);

/**
 * Reads what there is to know of a font file.
 * @throws whatever the reader of fonts stumbles over
 */
export function readFont(path: string): FontSurvey {
  // Loaded where there is a file to be read: it takes a tenth of a second.
  const { openSync }: typeof import("fontkit") = require("fontkit");
  const font = openSync(path);
  if (endOf(tablesOf(font)) > statSync(path).size) throw new Error("a table ends after the file");
  // A collection is refused before.
  const characters = "characterSet" in font ? [...font.characterSet].sort((a, b) => a - b) : [];
  return { isVariable: "fvar" in tablesOf(font), characters };
}

/** fontkit's types do not mention these tables, and its own reading of them fails if an axis has no name. */
function tablesOf(font: object): object {
  const directory = "directory" in font ? font.directory : undefined;
  const tables = isObject(directory) && "tables" in directory ? directory.tables : undefined;
  return isObject(tables) ? tables : {};
}

/** The last byte of all tables, or 0: a packed font (WOFF 2) has no places of theirs. */
function endOf(tables: object): number {
  const ends = Object.values(tables).map((table: unknown) => {
    const hasPlace = isObject(table) && "offset" in table && "length" in table && !("transformVersion" in table);
    return hasPlace ? Number(table.offset) + Number("compLength" in table ? table.compLength : table.length) : 0;
  });
  return Math.max(0, ...ends);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
