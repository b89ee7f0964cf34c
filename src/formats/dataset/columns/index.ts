import { furtherValues } from "../../../library/further-fields.js";
import type { OwnField } from "../../../linked-data/own-fields.js";
import type { Setting } from "../../../linked-data/setting.js";
import type { PatternRow } from "../serialization.js";
import type { Column, TableColumn } from "./column.js";
import { PATTERN_COLUMNS } from "./patterns.js";
import { WHOLE_COLUMNS } from "./whole.js";

/** What a table says of every pattern without its text; at the end what the library's own fields say. */
export function patternColumns({ fields }: Pick<Setting, "fields">): Column<PatternRow>[] {
  return [...PATTERN_COLUMNS, ...fields.map(toColumn)];
}

/** The same with the text, and with what has parts of its own. */
export function wholeColumns(setting: Pick<Setting, "fields">): TableColumn<PatternRow>[] {
  return [...patternColumns(setting), ...WHOLE_COLUMNS];
}

// Databases do not tell columns apart by capitals. Where tables are joined, `text` is that of sections and pieces.
const TAKEN = new Set([...PATTERN_COLUMNS, ...WHOLE_COLUMNS].map(({ name }) => name.toLowerCase()).concat("text"));

/** A field's name as a column: its own, unless a column of every library is called so. */
function columnName({ local }: Pick<OwnField, "local">): string {
  return TAKEN.has(local.toLowerCase()) ? `field_${local}` : local;
}

function toColumn(field: OwnField): Column<PatternRow> {
  const { name, kind, isList } = field;
  const isJson = kind === "json";
  return {
    name: columnName(field),
    type: isJson ? "string" : kind,
    ...(isList ? { isList } : {}),
    description: `The library's own field “${name}”${isJson ? ", as JSON" : ""}.`,
    value({ own }) {
      const values = furtherValues(own, field).map((one) =>
        typeof one === "object" || isJson ? JSON.stringify(one) : one,
      );
      return isList ? values : (values[0] ?? null);
    },
  };
}
