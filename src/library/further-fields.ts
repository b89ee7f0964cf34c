import type { Json, Pattern } from "./pattern.js";

/** What a field holds in all patterns that have it: the narrowest kind that fits all of its values. */
export type FieldKind = "string" | "integer" | "number" | "boolean" | "json";

/** A field that is not ours: the configuration declares it, or files have it and no rule reads it. */
export interface FurtherField {
  /** As it stands in `extra`. */
  name: string;
  kind: FieldKind;
  /** Whether some pattern has several values of it. */
  isList: boolean;
}

/** A name that a property and a column may have; what is longer is a sentence that came to stand before a colon. */
const NAME = /^[\p{L}_][\p{L}\p{M}\p{N} _-]{0,39}$/u;

export function isFieldName(name: string): boolean {
  return NAME.test(name);
}

// What tables hold in 32 bits (Parquet, INT32).
const LARGEST = 2 ** 31;

/**
 * The fields of patterns that are not ours, by name, with what they hold. What has no name to be called by stays in `extra`.
 * @param declared names of those that have a place among them though no pattern says anything
 */
export function describeFurtherFields(
  patterns: readonly Pick<Pattern, "extra">[],
  declared: readonly string[],
): FurtherField[] {
  const kinds = new Map<string, Set<FieldKind>>(declared.map((name) => [name, new Set()]));
  const lists = new Set<string>();
  for (const { extra } of patterns) {
    for (const [name, value] of Object.entries(extra)) {
      if (!isFieldName(name)) continue;
      const known = kinds.get(name) ?? new Set();
      kinds.set(name, known);
      if (Array.isArray(value)) lists.add(name);
      for (const one of [value].flat()) if (one !== null) known.add(kindOf(one));
    }
  }
  return [...kinds]
    .map(([name, known]) => {
      const kind = joinKinds(known);
      return { name, kind, isList: kind !== "json" && lists.has(name) };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function kindOf(value: Json): FieldKind {
  if (typeof value === "object") return "json";
  if (typeof value === "boolean") return "boolean";
  if (typeof value !== "number") return "string";
  return Number.isInteger(value) && Math.abs(value) < LARGEST ? "integer" : "number";
}

function joinKinds(kinds: ReadonlySet<FieldKind>): FieldKind {
  if (kinds.has("json")) return "json";
  const [only, ...others] = kinds;
  if (only === undefined) return "string";
  if (others.length === 0) return only;
  return [...kinds].every((kind) => kind === "integer" || kind === "number") ? "number" : "string";
}

/** What a pattern says in such a field: its values, each of the field's kind; a map as it is. */
export function furtherValues({ extra }: Pick<Pattern, "extra">, { name, kind }: FurtherField): Json[] {
  const value = Object.hasOwn(extra, name) ? extra[name] : undefined;
  if (value === undefined || value === null) return [];
  if (kind === "json") return [value];
  return [value].flat().flatMap((one): Json[] => {
    if (one === null) return [];
    return [kind === "string" ? String(one) : one];
  });
}
