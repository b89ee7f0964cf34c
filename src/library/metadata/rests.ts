import { pathOf } from "../front-matter/field-path.js";
import type { FrontMatter } from "../front-matter/index.js";
import type { JsonObject } from "../pattern.js";
import type { Given } from "../reading/ask.js";
import { asMeant } from "./as-meant.js";
import type { Note } from "./note.js";

/** A list of the front matter as it was read, each entry with what is not read of it. */
export type Listed = Given<readonly ({ rest: JsonObject } | undefined)[]>;

/**
 * What the entries of lists say besides what is read of them (a person's address, a work's publisher's town), by the
 * entry's `pathOf`. Each field is observed.
 */
export function readRests(lists: readonly Listed[], front: FrontMatter, note: Note): JsonObject {
  const rests: JsonObject = {};
  for (const { value, keys: above } of lists) {
    for (const [index, entry] of value.entries()) {
      const keys = [...above, String(index)];
      const names = Object.keys(entry?.rest ?? {});
      if (!entry || names.length === 0) continue;
      rests[pathOf(keys)] = asMeant(entry.rest, front.data, keys);
      for (const name of names) {
        if (front.places.has(pathOf([...keys, name])))
          note("fields-are-known", [...keys, name], pathOf([...keys, name]));
      }
    }
  }
  return rests;
}
