import { z } from "zod";
import { book, tag } from "../book/settings.js";
import { formatSettings } from "../formats/settings.js";
import { readingRule } from "../library/reading/schema.js";
import { ruleLevels } from "../library/rules/levels.js";
import type { Rule } from "../library/rules/rule.js";
import { UNIVERSALITIES } from "../library/universality.js";

const groupName = z.union(
  [
    z.string().transform((name): { name: string; sentence?: string | undefined } => ({ name })),
    z.strictObject({ name: z.string(), sentence: z.string().optional() }),
  ],
  { error: "expected a name, or { name: …, sentence: … }" },
);

const orderOptions = z.strictObject({
  /** The fields that parts and chapters are made of; where it is not said, those that the library has. */
  by: z.array(z.string().min(1)).max(2, "expected two fields at most, of parts and of chapters").optional(),
  /** Groups by their values, in the order in which they come. */
  names: z.record(z.string(), groupName).default({}),
  /** How patterns follow each other in a chapter: by title, file or another field, by a list of fields in turn, or as a list of slugs or ids has them. */
  within: z
    .union([z.string().min(1), z.array(z.string().min(1))], {
      error: "expected title, file or another field, a list of fields, or a list of slugs or ids",
    })
    .default("title"),
  /** Domains that come first in every part. */
  domains: z.array(z.string()).default([]),
  /** The level of patterns without one, where others have one. */
  universality: z.enum(UNIVERSALITIES).default("domain"),
});

const perLanguage = z
  .record(z.string(), z.json())
  .refine(
    (own) => !("extend" in own),
    "expected no extend here: extensions are those of the whole file, for all languages",
  );

/** Modules of JavaScript beside this file, each with rules and plugins of its own; their code is run. */
export const extend = z.array(z.string().min(1), "expected a list of modules, such as [./mine.mjs]").default([]);

/** Everything that `book.yaml` may hold, with its defaults. */
export const schema = z.strictObject({
  source: z.string().default("patterns"),
  extend,
  /** A folder of templates, words and tokens, or a package that is one. */
  templates: z.string().optional(),
  /** The design tokens of an extension, by the name that it gives them. */
  tokens: z.string().optional(),
  book: book.prefault({}),
  /** How files are read, by the first rule that fits; without it all Markdown is patterns. */
  read: z.array(readingRule).optional(),
  order: orderOptions.prefault({}),
  ...formatSettings,
  /** Where links lead that are not written as addresses: patterns with stars, and what stands for them; none for no link. */
  links: z.record(z.string(), z.string()).default({}),
  /** Files of the library by the addresses that texts have for pictures, with stars for what differs. */
  images: z.record(z.string(), z.string()).default({}),
  /** What differs in the book of another language: any keys of this file, by the language's tag. */
  languages: z.record(tag, perLanguage).default({}),
  /** Words that replace those of the locale file, by key. */
  words: z.record(z.string(), z.string()).default({}),
  /** The severity of a rule's findings: off, info, warning or error, for all files or by globs. */
  rules: ruleLevels([]).default({}),
  limits: z
    .strictObject({
      /** Largest source file, in bytes. */
      sourceBytes: z.int().positive().default(5_000_000),
      /** Longest time for one source file. */
      seconds: z.number().positive().max(3600).default(20),
      /** Largest image file, in bytes. */
      imageBytes: z.int().positive().default(20_000_000),
      /** Most pixels of a picture: 10,000 × 10,000 take a browser 400 MB. */
      imagePixels: z.int().positive().default(100_000_000),
    })
    .prefault({}),
});

/** The same with extensions, whose rules the configuration may name too. */
export function schemaWith(more: readonly Rule[]): typeof schema {
  return more.length === 0 ? schema : schema.extend({ rules: ruleLevels(more).default({}) });
}

/** What a configuration says, with every default. */
export type Said = z.infer<typeof schema>;
