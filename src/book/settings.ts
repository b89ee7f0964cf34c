import { z } from "zod";
import { isSlug } from "../library/slug.js";
import { address } from "./address.js";
import { parseIsbn } from "./isbn.js";

const slug = z.string().refine(isSlug, "lower-case letters, digits and hyphens");
const isbn = z.string().refine(isIsbn, {
  error: ({ input }) =>
    `${input} is none; expected 13 or 10 digits whose last one, the check digit, fits: compare it with the ISBN as it was assigned`,
});

/** A person or an organisation; what is not said of them is not known. */
export interface Person {
  name: string;
  /** A code of MARC's list of relators: `edt`. */
  role?: string | undefined;
  /** The name as a catalogue files it: `Ostrom, Elinor`. */
  fileAs?: string | undefined;
}

const person = z.union(
  [
    z.string(),
    z.strictObject({
      name: z.string(),
      role: z
        .string()
        .regex(/^[a-z]{3}$/, "expected a code of MARC's list of relators, such as aut, edt or trl")
        .optional(),
      fileAs: z.string().optional(),
    }),
  ],
  { error: "expected a name, or { name: …, role: edt, fileAs: … }" },
);

const subject = z.union(
  [
    z.string(),
    z.strictObject({
      name: z.string(),
      /** Of the term: one of those that EPUB 3.3, D.3.4, reserves, or an address. */
      authority: z.string(),
      term: z.string(),
    }),
  ],
  { error: "expected words, or { name: …, authority: Thema, term: JPWQ }" },
);

/** Of a language, as BCP 47 has it. */
export const tag = z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, "a BCP 47 language tag");

const bookKeys = z.strictObject({
  slug: slug.default("patterns"),
  title: z.string().default("Patterns"),
  subtitle: z.string().optional(),
  language: tag.default("en"),
  edition: z.string().optional(),
  creators: z.array(person).default([]),
  /** Those who had another part in the book than the patterns name. */
  contributors: z.array(person).default([]),
  publisher: z.string().optional(),
  place: z.string().optional(),
  description: z.string().optional(),
  subjects: z.array(subject).default([]),
  license: z.strictObject({ name: z.string(), url: address }).optional(),
  attribution: z.string().optional(),
  isbn: z
    .strictObject({
      print: isbn.optional(),
      epub: isbn.optional(),
      /** Of each printed volume in its order, where they have their own. */
      volumes: z.array(isbn).optional(),
    })
    .default({}),
  series: z
    .union([z.string(), z.strictObject({ name: z.string(), position: z.number().positive().optional() })], {
      error: "expected a name, or { name: …, position: 3 }",
    })
    .optional(),
  dedication: z.string().optional(),
  address: address.optional(),
});

/**
 * What the configuration says of the book itself. Names stand where most editions look for them; further facts about
 * the person or the work stand beside.
 */
export const book = bookKeys.transform(({ creators, contributors, subjects, series, ...rest }) => ({
  ...rest,
  creators: creators.map(nameOf),
  contributors: contributors.map(nameOf),
  subjects: subjects.map(nameOf),
  ...(series === undefined ? {} : { series: nameOf(series) }),
  known: {
    people: [...creators, ...contributors].filter((each) => typeof each !== "string"),
    subjects: subjects.filter((each) => typeof each !== "string"),
    ...(typeof series === "object" && series.position !== undefined ? { seriesPosition: series.position } : {}),
    /** The language of patterns that state none: that of the book, unless the book is built in another. */
    language: rest.language,
  },
}));

export type Book = z.infer<typeof book>;

function nameOf(named: string | { name: string }): string {
  return typeof named === "string" ? named : named.name;
}

function isIsbn(text: string): boolean {
  return parseIsbn(text) !== undefined;
}
