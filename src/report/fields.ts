import type { FieldGround } from "../library/explain-fields.js";
import type { Colours } from "./colour.js";
import { alignColumns } from "./columns.js";
import { printable } from "./printable.js";

export interface FieldsOptions {
  /** Path to the pattern's file, as the reader would write it. */
  file: string;
  /** The rule of the configuration that reads it, where there is one. */
  rule: string | undefined;
  dialect: string;
  colours: Colours;
}

/** Where each field comes from, and which places were asked before in vain. */
export function formatFields(grounds: readonly FieldGround[], { file, rule, dialect, colours }: FieldsOptions): string {
  const by = rule === undefined ? `by the rule for ${dialect} files` : `by ${rule} in book.yaml`;
  const rows = grounds.map(({ field, place, point, before }) => [
    field,
    place,
    [
      point ? `${printable(file)}:${point.line}:${point.column}` : "not in the text",
      before.length > 0 ? `nothing at ${before.join(", ")}` : "",
    ]
      .filter(Boolean)
      .join("; "),
  ]);
  const heading = `${colours.bold("Where its fields come from")} ${colours.dim(by)}`;
  return rows.length === 0
    ? `${heading}\n  from nowhere: the file's name stands in`
    : `${heading}\n${alignColumns(rows)}`;
}
