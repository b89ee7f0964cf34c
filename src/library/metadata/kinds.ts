import { z } from "zod";
import type { Json, JsonObject } from "../pattern.js";

/** Building blocks of the dialects' schemas: real files write one thing in several ways, and all of them are read. */

/** A word or a number that stands for one. */
export const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** A number, or a number in quotes. */
export const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i)
    .transform(Number),
]);

/**
 * A list of `entry`, or a single one. An entry that is empty or was set aside leaves a gap, so that the others keep
 * their indexes.
 * @param split what one text comes to
 */
export function listOf<Entry extends z.ZodType>(entry: Entry, split: (one: string) => string[] = (one) => [one]) {
  const toList = (value: unknown): unknown => {
    if (value === null || value === undefined) return [];
    if (typeof value === "string") return split(value);
    return Array.isArray(value) ? value.map((one) => one ?? undefined) : [value];
  };
  return z.preprocess(toList, z.array(entry.optional()));
}

/** The entries of a list without its gaps. */
export function entriesOf<Entry>(list: readonly (Entry | undefined)[] | undefined): Entry[] {
  return (list ?? []).filter((entry): entry is Entry => entry !== undefined);
}

/** A list of words: in brackets, one a line, or in one text with commas. */
export const texts = listOf(text, splitAtCommas).transform((list) =>
  entriesOf(list)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== ""),
);

function splitAtCommas(one: string): string[] {
  return one.split(one.includes(";") ? ";" : ",");
}

/** `[[Fair rota]]` without quotes, which is a list in a list to YAML. */
const wikilink = z.array(z.union([text, z.array(text)])).nonempty();

/** What another pattern is called. */
export const target = z.union([text, wikilink.transform((names) => `[[${names.flat().join(", ")}]]`)]);

const relation = z.union([
  target.transform((name) => ({ target: name, rest: {} })),
  z
    .looseObject({
      slug: text.optional(),
      id: text.optional(),
      weight: number.optional(),
      description: text.optional(),
    })
    .refine((claim) => claim.slug !== undefined || claim.id !== undefined, "slug or id")
    .transform(({ slug, id, weight, description, ...rest }) => ({
      target: String(slug ?? id),
      ...(weight === undefined ? {} : { weight }),
      ...(description === undefined ? {} : { description }),
      rest: asRest(slug === undefined || id === undefined ? rest : { id, ...rest }),
    })),
]);

export const relations = listOf(relation, splitTargets);

/** A name in double brackets may hold commas. */
function splitTargets(one: string): string[] {
  return one.includes("[[") ? (one.match(/\[\[[^[\]]*\]\]/g) ?? [one]) : splitAtCommas(one);
}

/** What an entry of a list says besides what is read of it. */
export function asRest(fields: Record<string, unknown>): JsonObject {
  return fields as JsonObject; // a schema looks at JSON values alone
}

/** The keys of `data` that `known` does not name. */
export function unknownFields(data: object, known: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !known.includes(key)));
}

export function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
