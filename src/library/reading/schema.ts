import { z } from "zod";
import { MATTER_PLACES, RELATION_KINDS, SECTION_ROLES } from "../pattern.js";
import { EXPECTED_PLACE, type PlaceSpec, parsePlace } from "./place.js";
import type { RelationPlaces } from "./rule.js";
import { STEPS } from "./steps.js";

const place = z.string().refine((written) => parsePlace(written) !== undefined, {
  error: ({ input }) => `“${input}” is no place; expected ${EXPECTED_PLACE}`,
});

const step = z.enum(Object.keys(STEPS) as [keyof typeof STEPS]); // the keys of the table itself

const places: z.ZodType<PlaceSpec> = z.lazy(() =>
  z.union([place, z.array(places), z.strictObject({ in: places, with: step })], {
    error: `expected ${EXPECTED_PLACE}, or a list of them`,
  }),
);

const someOf = z.union([place.transform((one) => [one]), z.array(place)], {
  error: `expected ${EXPECTED_PLACE}, or a list of them`,
});

const relation = z.union(
  [
    someOf.transform((list): RelationPlaces => ({ in: list })),
    z
      .strictObject({
        in: someOf,
        target: z.string().optional(),
        weight: z.string().optional(),
        description: z.string().optional(),
      })
      .transform(
        (given): RelationPlaces => ({
          in: given.in,
          ...(given.target === undefined ? {} : { target: given.target }),
          ...(given.weight === undefined ? {} : { weight: given.weight }),
          ...(given.description === undefined ? {} : { description: given.description }),
        }),
      ),
  ],
  { error: "expected places, or { in: places, target: key, weight: key, description: key }" },
);

const words = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

// No field of ours may be called as a part of a field, or begin as what a selection takes for another.
const name = z.string().regex(/^[a-zA-Z][\w-]*$/, "expected the name of a field: letters, digits, - and _");

const reading = {
  /** Our fields, and those that a library adds, by name. */
  fields: z.record(name, places).default({}),
  relations: z.partialRecord(z.enum(RELATION_KINDS), relation).default({}),
  /** What the library calls its sections. */
  roles: z.partialRecord(z.enum(SECTION_ROLES), words).default({}),
  /** Sections and text that are no part of the patterns. */
  drop: z.array(z.string().min(1)).default([]),
};

/** A rule that ships with the program: of files that have a map of that name in their front matter. */
export const ruleFile = z
  .strictObject({ when: z.string().optional(), ...reading })
  .transform((rule) => ({ as: "pattern" as const, links: {}, ...rule }));

// Of a path of 255 characters four stars in one name have a few million ways to stand for it; of ten there is no end.
const MOST_STARS = 4;
const MOST_DEPTHS = 4;

/** A glob that is matched in bounded time: few stars in one name, and no part that is repeated. */
const glob = z.string().refine(isBounded, {
  error: ({ input }) =>
    `“${input}” is no glob that ends in time; expected at most ${MOST_STARS} stars in one name, ${MOST_DEPTHS} times **, and no *(…) or +(…)`,
});

function isBounded(written: string): boolean {
  const names = written.split("/");
  const stars = names.map((name) => (name === "**" ? 0 : name.split("*").length - 1));
  return (
    written.length <= 1000 &&
    !/[*+]\(/.test(written) &&
    names.filter((name) => name === "**").length <= MOST_DEPTHS &&
    stars.every((count) => count <= MOST_STARS)
  );
}

const globs = z.union([glob.transform((one) => [one]), z.array(glob)], {
  error: "expected a glob such as patterns/*/*.md, or a list of them",
});

/** How some files are read: the first rule that fits a file is its. */
export const readingRule = z.strictObject({
  files: globs,
  as: z.enum(["pattern", ...MATTER_PLACES, "skip"]).default("pattern"),
  ...reading,
});
