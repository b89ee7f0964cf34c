import { pathOf } from "../front-matter/field-path.js";
import type { FrontMatter } from "../front-matter/index.js";
import type { Json, JsonObject } from "../pattern.js";
import type { Ask } from "../reading/ask.js";
import { parsePlace, placesIn } from "../reading/place.js";
import type { ReadingRule } from "../reading/rule.js";
import { asMeant } from "./as-meant.js";
import { isMap } from "./kinds.js";
import type { Note } from "./note.js";

/** Every field that was not read, as written; each is observed. Of a map that the rule looks into, what is left of it. */
export function readExtra(rule: ReadingRule, { used }: Ask, front: FrontMatter, note: Note): JsonObject {
  const named = new Map(keysOf(rule).map((keys) => [pathOf(keys), keys]));
  const groups = new Set([...named.values()].filter(({ length }) => length > 1).map(([head = ""]) => head));
  const isRead = (keys: readonly string[], value: Json): boolean =>
    used.has(pathOf(keys)) || (named.has(pathOf(keys)) && isNothing(value));
  const top: JsonObject = {};
  const inGroups: JsonObject = {};
  const unknown: string[][] = [];
  for (const [name, value] of Object.entries(front.text)) {
    if (isRead([name], value)) continue;
    if (groups.has(name) && isMap(value)) continue;
    if (groups.has(name) && value === null) continue;
    top[name] = value;
    unknown.push([name]);
  }
  for (const name of groups) {
    const group = front.text[name];
    if (!isMap(group) || used.has(pathOf([name]))) continue;
    const left = Object.entries(group).filter(([field, value]) => !isRead([name, field], value));
    if (left.length === 0) continue;
    inGroups[name] = Object.fromEntries(left);
    unknown.push(...left.map(([field]) => [name, field]));
  }
  for (const keys of unknown) {
    // What an alias or a merge brings in has no place of its own.
    if (front.places.has(pathOf(keys))) note("fields-are-known", keys, pathOf(keys));
  }
  return asMeant({ ...top, ...inGroups }, front.data);
}

/** The ways of all fields of the front matter that a rule names. */
function keysOf({ fields, relations }: ReadingRule): string[][] {
  const written = [
    ...Object.values(fields).flatMap(placesIn),
    ...Object.values(relations).flatMap((places) => places.in),
  ];
  return written.flatMap((place) => {
    const parsed = parsePlace(place);
    return parsed?.kind === "key" ? [parsed.keys] : [];
  });
}

function isNothing(value: Json): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
