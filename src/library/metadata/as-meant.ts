import type { Json, JsonObject } from "../pattern.js";
import { isMap } from "./kinds.js";

/**
 * Fields are read as they are written, but the values that are kept in `extra` are kept as YAML reads them: numbers as
 * numbers.
 * @param kept fields as written, some of those that stand in `data` at `keys`
 */
export function asMeant(kept: JsonObject, data: Json, keys: readonly string[] = []): JsonObject {
  let meant: Json | undefined = data;
  for (const key of keys) meant = step(meant, key);
  const entries = Object.entries(kept).map(([key, value]): [string, Json] => {
    const there = step(meant, key);
    if (isMap(value) && isMap(there)) return [key, asMeant(value, there)];
    return [key, there ?? value];
  });
  return Object.fromEntries(entries);
}

function step(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) return value[Number(key)];
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
