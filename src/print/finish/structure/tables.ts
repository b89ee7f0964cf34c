import { PDFArray, PDFDict, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import type { StructureElement, StructureKid } from "./tree.js";

const ROW_GROUPS: ReadonlySet<string> = new Set(["THead", "TBody", "TFoot"]);

/** ISO 14289-1, 7.2: the rows of a table are of one length, spans counted; short ones get empty cells at their end. */
export function padRows(table: StructureElement): StructureElement {
  if (table.role !== "Table") return table;
  const widths = measureRows(rowsOf(table));
  const widest = Math.max(0, ...widths.values());
  const pad = (kid: StructureKid): StructureKid => {
    if (kid.kind !== "element") return kid;
    if (ROW_GROUPS.has(kid.role)) return { ...kid, kids: kid.kids.map(pad) };
    const missing = widest - (widths.get(kid) ?? widest);
    return missing > 0 ? { ...kid, kids: [...kid.kids, ...Array.from({ length: missing }, emptyCell)] } : kid;
  };
  return { ...table, kids: table.kids.map(pad) };
}

function emptyCell(): StructureElement {
  return { kind: "element", role: "TD", kids: [] };
}

function rowsOf(element: StructureElement): StructureElement[] {
  return element.kids.flatMap((kid) => {
    if (kid.kind !== "element") return [];
    return ROW_GROUPS.has(kid.role) ? rowsOf(kid) : kid.role === "TR" ? [kid] : [];
  });
}

/** Columns that each row takes, with those that cells above reach down into. */
function measureRows(rows: readonly StructureElement[]): Map<StructureElement, number> {
  const widths = new Map<StructureElement, number>();
  // Columns that cells of earlier rows take, by row.
  const reached: number[] = [];
  for (const [index, row] of rows.entries()) {
    let width = reached[index] ?? 0;
    for (const cell of row.kids) {
      if (cell.kind !== "element") continue;
      const columns = span(cell, "ColSpan");
      width += columns;
      const last = Math.min(rows.length, index + span(cell, "RowSpan"));
      for (let below = index + 1; below < last; below++) reached[below] = (reached[below] ?? 0) + columns;
    }
    widths.set(row, width);
  }
  return widths;
}

/** ISO 32000-1, 14.8.5.7: an attribute of a cell; 1 where it is not given. */
function span({ attributes }: StructureElement, name: "RowSpan" | "ColSpan"): number {
  const value = attributes?.lookup(PDFName.of("A"));
  const owners = value instanceof PDFArray ? value.asArray() : [value];
  for (const owner of owners) {
    const found = owner instanceof PDFDict ? owner.lookupMaybe(PDFName.of(name), PDFNumber) : undefined;
    if (found) return found.asNumber();
  }
  return 1;
}
