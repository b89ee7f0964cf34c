import type { Element, ElementContent, Root } from "hast";
import { visit } from "../../trees/visit.js";
import { formGrid, type Grid, type GridCell, type GridRow } from "./table-grid.js";

/**
 * Writes every table as its grid has it (see `formGrid`), so that all editions show the same: spans that end with the table,
 * no cell over another, rows of one length, one head that comes first and one foot that comes last. A row in which nothing
 * stands and which no cell reaches goes.
 */
export function regularizeTables(tree: Root): void {
  visit(tree, "element", (table) => {
    if (table.tagName === "table") regularizeTable(table);
  });
}

/** The same for one table. */
export function regularizeTable(table: Element): void {
  const grid = formGrid(table);
  for (const row of grid.rows) if (!isPlain(row)) row.element.children = row.cells.map(writeCell);
  const blank = new Set<ElementContent>(grid.rows.filter((row) => isBlank(row, grid)).map(({ element }) => element));
  for (const group of new Set(grid.rows.map((row) => row.group))) {
    group.children = group.children.filter((row) => !blank.has(row));
  }
  orderGroups(table);
}

function isPlain({ cells }: GridRow): boolean {
  return cells.every(({ element }) => element && !("colSpan" in element.properties || "rowSpan" in element.properties));
}

function writeCell({ element, columns, rows }: GridCell): Element {
  const { colSpan: _, rowSpan: __, ...properties } = element?.properties ?? {};
  const spans = { ...(columns > 1 ? { colSpan: columns } : {}), ...(rows > 1 ? { rowSpan: rows } : {}) };
  const cell: Element = element ?? { type: "element", tagName: "td", properties: {}, children: [] };
  cell.properties = { ...properties, ...spans };
  return cell;
}

function isBlank({ cells }: GridRow, { columns }: Grid): boolean {
  return cells.length === columns && cells.every(({ element }) => !element);
}

/** A head that does not come first, and a foot that does not come last, are rows like others. */
function orderGroups(table: Element): void {
  const isFoot = (child: ElementContent): boolean => child.type === "element" && child.tagName === "tfoot";
  table.children = [...table.children.filter((child) => !isFoot(child)), ...table.children.filter(isFoot)];
  const groups = table.children.filter(
    (child): child is Element => child.type === "element" && /^(t(head|body|foot)|tr)$/.test(child.tagName),
  );
  for (const [at, group] of groups.entries()) {
    const misplaced = group.tagName === "thead" ? at > 0 : group.tagName === "tfoot" && at < groups.length - 1;
    if (misplaced) group.tagName = "tbody";
  }
}
