import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { createContext, runInContext } from "node:vm";

/** What is asked of a font before it is used. */
export interface FontSurvey {
  /** Whether it has axes along which its outlines change. */
  isVariable: boolean;
  /** The code points that it has glyphs for, rising. */
  characters: readonly number[];
}

const require = createRequire(import.meta.url);

// A table may lead round in circles. As long as a file of the library may take, where nothing else is set.
const MOST_SECONDS = 20;
const surveys = new Map<string, FontSurvey>();

/**
 * Reads what there is to know of a font file, once.
 * @throws Error that says what is wrong with it, without its name
 */
export function surveyFont(path: string): FontSurvey {
  const known = surveys.get(path);
  if (known) return known;
  const survey = inTime(() => readFont(path));
  surveys.set(path, survey);
  return survey;
}

function readFont(path: string): FontSurvey {
  // Loaded where there is a file to be read: it takes a tenth of a second.
  const { openSync }: typeof import("fontkit") = require("fontkit");
  const font = openSync(path);
  if (endOf(tablesOf(font)) > statSync(path).size) throw new Error("a table ends after the file");
  // A collection is refused before.
  const characters = "characterSet" in font ? [...font.characterSet].sort((a, b) => a - b) : [];
  return { isVariable: "fvar" in tablesOf(font), characters };
}

/** fontkit has the tables, which its types do not say; what it makes of them fails where an axis has no name. */
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

/** Does work that has so much time and no more: a script's limit holds for all that it calls. */
function inTime<Result>(work: () => Result): Result {
  let result: { value: Result } | undefined;
  const run = (): void => {
    result = { value: work() };
  };
  try {
    runInContext("run()", createContext({ run }), { timeout: MOST_SECONDS * 1000 });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT")
      throw new Error(`it takes longer than ${MOST_SECONDS} seconds to read`);
    // Whatever the reader of fonts stumbles over.
    throw new Error("its tables are damaged or cut off", { cause: error });
  }
  if (!result) throw new Error("it could not be read");
  return result.value;
}
