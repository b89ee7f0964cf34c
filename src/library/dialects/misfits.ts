import { pathOf } from "../front-matter/field-path.js";
import type { FrontMatter } from "../front-matter/index.js";
import type { Json, JsonObject } from "../pattern.js";
import type { Dialect } from "./dialect.js";
import { type DocumentFields, documentFields } from "./document.js";
import { isMap } from "./fields.js";
import type { Note } from "./note.js";

/**
 * The fields of the right shape, and what is of the wrong one, by `pathOf`: observed, taken aside and kept. An odd entry
 * of a list costs that entry.
 */
export function setMisfitsAside(
  dialect: Dialect,
  { text, data: meant }: FrontMatter,
  note: Note,
): { fields: DocumentFields; misfits: JsonObject } {
  const data = withoutEmpty(text);
  const misfits: JsonObject = {};
  for (;;) {
    const result = dialect.schema.safeParse(data);
    if (result.success) return { fields: result.data, misfits };
    const odd = result.error.issues.map(({ path }) => misfitAt(data, path.map(String)));
    const taken = odd.filter((misfit) => !(pathOf(misfit) in misfits));
    if (taken.length === 0) throw new Error(`front matter that no reading satisfies: ${result.error.message}`);
    for (const misfit of taken) {
      const value = valueAt(meant, misfit);
      if (pathOf(misfit) in misfits) continue;
      note("fields-have-their-type", misfit, `${pathOf(misfit)}: ${describe(value)}`);
      misfits[pathOf(misfit)] = value ?? null;
      takeAside(data, misfit);
    }
  }
}

/** The way to the least that can be spared: an entry of a list, a field of a group, a field. */
function misfitAt(data: JsonObject, keys: readonly string[]): string[] {
  const inList = keys.findIndex((_, at) => Array.isArray(valueAt(data, keys.slice(0, at))));
  // One entry alone may stand for a list of it.
  if (inList > 0) return keys.slice(0, inList + 1);
  const [head = "", field = ""] = keys;
  const group = data[head];
  return isMap(group) && Object.hasOwn(group, field) ? [head, field] : [head];
}

/** Takes a value out; a list keeps a gap, so that the others stay at their places. */
function takeAside(data: JsonObject, keys: readonly string[]): void {
  const [head = "", ...rest] = keys;
  const holder = data[head];
  if (rest.length === 0) delete data[head];
  else if (Array.isArray(holder)) {
    data[head] = holder.map((entry, at) => (String(at) === rest[0] ? null : entry));
  } else if (isMap(holder)) {
    const copy = { ...holder };
    takeAside(copy, rest);
    data[head] = copy;
  }
}

/** A known field without a value says nothing; one that is not known is kept, as empty as it is. */
function withoutEmpty(written: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(written).filter(([field, value]) => value !== null || !Object.hasOwn(documentFields, field)),
  );
}

function valueAt(data: JsonObject, keys: readonly string[]): Json | undefined {
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
