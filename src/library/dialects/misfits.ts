import { pathOf } from "../front-matter/field-path.js";
import type { Json, JsonObject } from "../pattern.js";
import type { Dialect } from "./dialect.js";
import { type DocumentFields, documentFields } from "./document.js";
import { isMap } from "./fields.js";
import type { Note } from "./note.js";

/** The fields of the right shape, and those of the wrong one as written, by `pathOf`: observed, taken aside and kept. */
export function setMisfitsAside(
  dialect: Dialect,
  written: JsonObject,
  note: Note,
): { fields: DocumentFields; misfits: JsonObject } {
  const data = withoutEmpty(written);
  const misfits: JsonObject = {};
  for (;;) {
    const result = dialect.schema.safeParse(data);
    if (result.success) return { fields: result.data, misfits };
    for (const issue of result.error.issues) {
      const keys = issue.path.map(String);
      note("fields-have-their-type", keys, `${pathOf(keys)}: ${describe(valueAt(written, keys))}`);
      takeAside(data, misfits, keys);
    }
  }
}

/** A known field without a value says nothing; one that is not known is kept, as empty as it is. */
function withoutEmpty(written: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(written).filter(([field, value]) => value !== null || !Object.hasOwn(documentFields, field)),
  );
}

/** Moves the value at the shallowest field that can be spared from `data` to `misfits`. */
function takeAside(data: JsonObject, misfits: JsonObject, [head, field]: string[]): void {
  if (head === undefined || !(head in data)) return;
  const holder = data[head];
  if (field !== undefined && isMap(holder)) {
    const { [field]: misfit, ...rest } = holder;
    misfits[pathOf([head, field])] = misfit ?? null;
    data[head] = rest;
  } else {
    misfits[pathOf([head])] = holder ?? null;
    delete data[head];
  }
}

function valueAt(data: JsonObject, keys: string[]): Json | undefined {
  let value: Json | undefined = data;
  for (const key of keys) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Array.isArray(value) ? value[Number(key)] : value[key];
  }
  return value;
}

function describe(value: Json | undefined): string {
  const json = JSON.stringify(value) ?? "nothing";
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}
