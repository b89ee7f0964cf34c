import { pathOf } from "../front-matter/field-path.js";
import type { FrontMatter } from "../front-matter/index.js";
import type { JsonObject } from "../pattern.js";
import { asMeant } from "./as-meant.js";
import type { Classification, Dialect } from "./dialect.js";
import { type DocumentFields, documentFields, documentGroups } from "./document.js";
import { unknownFields } from "./fields.js";
import type { Note } from "./note.js";

/**
 * Every field that the dialect does not know, as written. Each is observed; the remarks on known fields, which are kept
 * here too, are not.
 */
export function readExtra(
  { group }: Dialect,
  fields: DocumentFields,
  { extra = {}, remarks = {} }: Classification,
  front: FrontMatter,
  note: Note,
): JsonObject {
  const top = unknownFields(fields, [...Object.keys(documentFields), ...(group ? [group] : [])]);
  const groups = new Map<string, JsonObject>(group ? [[group, extra]] : []);
  for (const [name, { shape }] of Object.entries(documentGroups)) {
    groups.set(name, unknownFields(fields[name] ?? {}, Object.keys(shape)));
  }
  const inGroups = [...groups].flatMap(([name, unknown]) => Object.keys(unknown).map((field) => [name, field]));
  for (const keys of [...Object.keys(top).map((field) => [field]), ...inGroups]) {
    // What an alias or a merge brings in has no place of its own.
    if (front.places.has(pathOf(keys))) note("fields-are-known", keys, pathOf(keys));
  }
  if (group) groups.set(group, { ...extra, ...remarks });
  const filled = [...groups].filter(([, unknown]) => Object.keys(unknown).length > 0);
  return asMeant({ ...top, ...Object.fromEntries(filled) }, front.data);
}
