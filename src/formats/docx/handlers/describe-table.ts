import type { Element } from "hast";
import { toString as toText } from "hast-util-to-string";
import type { PlacedRow } from "../../../page/table-grid.js";

/** What a table shows, for those who do not see it: its caption, or the heads of its columns. */
export function describeTable(table: Element, rows: readonly PlacedRow[]): string {
  const caption = table.children.find((child) => child.type === "element" && child.tagName === "caption");
  if (caption?.type === "element") return toText(caption).trim();
  const heads = rows[0]?.cells.map(({ element }) => (element ? toText(element).trim() : "")) ?? [];
  return heads.filter(Boolean).join(", ");
}
