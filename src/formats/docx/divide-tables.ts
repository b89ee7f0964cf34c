import type { Root } from "hast";
import { hasClass } from "../../page/class-names.js";
import { divideTable, runsOf } from "../../page/divide-table.js";
import type { Locale } from "../../page/locale.js";
import { layOutRows } from "../../page/table-grid.js";
import { SKIP, visit } from "../../trees/visit.js";
import { demandsOf } from "./handlers/table.js";
import { STAND_IN } from "./stand-in.js";

/** Word opens no table of more columns. */
const MOST_COLUMNS = 63;

/** Tables of more columns than Word has become several, each of as many as fit on the page. @param measure in twips */
export function divideTables(tree: Root, measure: number, locale: Locale): void {
  visit(tree, "element", (table, index, parent) => {
    if (table.tagName !== "table" || hasClass(table, "form") || !parent || index === undefined) return undefined;
    const rows = layOutRows(table);
    const columns = rows[0]?.columns ?? 0;
    if (columns <= MOST_COLUMNS) return undefined;
    const divided = divideTable(table, rows, runsOf(demandsOf(rows, columns), measure / STAND_IN), locale);
    parent.children.splice(index, 1, ...divided);
    return [SKIP, index + divided.length];
  });
}
