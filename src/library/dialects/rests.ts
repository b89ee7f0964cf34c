import { pathOf } from "../front-matter/field-path.js";
import type { FrontMatter } from "../front-matter/index.js";
import { type JsonObject, RELATION_KINDS } from "../pattern.js";
import { asMeant } from "./as-meant.js";
import type { DocumentFields } from "./document.js";
import type { Note } from "./note.js";

/**
 * What the entries of lists say besides what is read of them (a person's address, a work's publisher's town), by the
 * entry's `pathOf`. Each field is observed.
 */
export function readRests(fields: DocumentFields, front: FrontMatter, note: Note): JsonObject {
  const rests: JsonObject = {};
  const { provenance, relationships } = fields;
  const read = (list: readonly ({ rest: JsonObject } | undefined)[] | undefined, ...above: string[]): void => {
    for (const [index, entry] of (list ?? []).entries()) {
      const keys = [...above, String(index)];
      const names = Object.keys(entry?.rest ?? {});
      if (!entry || names.length === 0) continue;
      rests[pathOf(keys)] = asMeant(entry.rest, front.data, keys);
      for (const name of names) {
        if (front.places.has(pathOf([...keys, name])))
          note("fields-are-known", [...keys, name], pathOf([...keys, name]));
      }
    }
  };
  read(fields.contributors, "contributors");
  read(provenance?.contributors, "provenance", "contributors");
  read(fields.sources, "sources");
  for (const kind of RELATION_KINDS) {
    read(fields[kind], kind);
    read(relationships?.[kind], "relationships", kind);
  }
  return rests;
}
