import type { Column, Shape } from "../columns/column.js";

/** A few lines that load the dataset, to copy: run in its folder, they print how many there are. */
export interface Snippet {
  /** What they are for: pandas, DuckDB … */
  name: string;
  /** Of the code, as fences name it. */
  language: string;
  /** What installs what they need; none where nothing is to be installed. */
  install?: string;
  code: string;
}

// Characters that a line of code has on the page of the dataset, which breaks a longer one.
const WIDTH = 76;

/** Items parted by commas, on as many lines as they need, each indented. */
export function wrap(items: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const [at, item] of items.entries()) {
    const piece = at === items.length - 1 ? item : `${item},`;
    const last = lines.at(-1);
    if (last === undefined || indent.length + last.length + 1 + piece.length > WIDTH) lines.push(piece);
    else lines[lines.length - 1] = `${last} ${piece}`;
  }
  return lines.map((line) => `${indent}${line}\n`).join("");
}

/** Names of columns as strings of Python, JavaScript and R. */
export function quoteNames(columns: readonly Pick<Shape, "name">[]): string[] {
  return columns.map(({ name }) => JSON.stringify(name));
}

/** Columns as a table of text has them: a cell with several values is a string. */
export function typeInText({ type, isList }: Pick<Column<never>, "type" | "isList">): Shape["type"] {
  return isList ? "string" : type;
}
