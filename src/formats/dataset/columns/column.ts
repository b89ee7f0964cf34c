/** What a cell holds. */
export type Cell = string | number | boolean | null | readonly (string | number | boolean)[];
export type CellType = "string" | "integer" | "number" | "boolean" | "datetime";

/** What is said of the values of a column, or of one part of them. */
export interface Shape {
  name: string;
  type: CellType;
  /** Whether a cell holds several values. */
  isList?: boolean;
  /** Whether every row has a value. */
  isRequired?: boolean;
  description: string;
}

/** A column of a table: the same name and type in CSV, Parquet, Frictionless and Croissant. */
export interface Column<Row> extends Shape {
  value(row: Row): Cell;
}

/** A column whose cells hold lists of things with parts of their own, in files that have such: Parquet. */
export interface NestedColumn<Row> {
  name: string;
  description: string;
  parts: readonly Shape[];
  /** Things by the names of their parts. */
  value(row: Row): readonly Readonly<Record<string, Cell>>[];
}

export type TableColumn<Row> = Column<Row> | NestedColumn<Row>;

export function isNested<Row>(column: TableColumn<Row>): column is NestedColumn<Row> {
  return "parts" in column;
}
