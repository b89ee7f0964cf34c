import { z } from "zod";
import type { Json, JsonObject } from "../pattern.js";

/** Building blocks of the dialects' schemas: real files write one thing in several ways, and all of them are read. */

/** A word or a number that stands for one. */
export const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** A list of words, or one word alone. */
export const texts = z
  .union([z.array(text), text.transform((one) => [one]), z.null().transform(() => [])])
  .transform((list) => list.map((entry) => entry.trim()).filter((entry) => entry !== ""));

/** A number, or a number in quotes. */
export const number = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);

const relation = z.union([
  text.transform((target) => ({ target })),
  z
    .looseObject({
      slug: text.optional(),
      id: text.optional(),
      weight: number.optional(),
      description: text.optional(),
    })
    .refine((claim) => claim.slug !== undefined || claim.id !== undefined, "slug or id")
    .transform(({ slug, id, weight, description }) => ({
      target: String(slug ?? id),
      ...(weight === undefined ? {} : { weight }),
      ...(description === undefined ? {} : { description }),
    })),
]);

export const relations = z.union([z.array(relation), z.null().transform(() => [])]);

const contributor = z.union([
  text.transform((name) => ({ name })),
  z
    .looseObject({ name: text, role: text.optional() })
    .transform(({ name, role }) => (role === undefined ? { name } : { name, role })),
]);

export const contributors = z.union([z.array(contributor), contributor.transform((one) => [one])]);

/** The keys of `data` that `known` does not name. */
export function unknownFields(data: object, known: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !known.includes(key)));
}

export function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
