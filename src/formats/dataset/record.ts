import { z } from "zod";
import { CLASSIFICATIONS, type Classification, type ManyValued, type OneValued } from "../../library/classification.js";
import { RELATION_KINDS, SECTION_ROLES } from "../../library/pattern.js";

/*
 * A pattern as a record: what a line of patterns.jsonl.gz holds. The JSON Schema that goes with the dataset is made from
 * this one. Every key is always there, `null` or an empty list where the file says nothing, and
 * every key has one type in all records, whatever they say: tables load without gaps.
 */

const text = z.string();
const texts = z.array(text);
const score = z.number().describe("A score as the file gives it; 0 to 5 by the rules of the library.");

const claim = z
  .strictObject({
    kind: z.enum(RELATION_KINDS),
    target: text.describe("The other pattern as the file names it: an id, a slug or a former slug."),
    target_id: text.nullable().describe("Id of the pattern of that name; null where the library has none."),
    target_slug: text.nullable(),
    weight: z.number().nullable(),
    description: text.nullable(),
  })
  .describe("A relation that the pattern's own file states.");

const relation = z
  .strictObject({
    kind: z.enum([...RELATION_KINDS, "enabled_by", "required_by", "tool_of"]),
    target_id: text,
    target_slug: text,
    target_iri: z.url(),
    target_title: text,
    weight: z.number().nullable(),
    description: text.nullable(),
    stated: z.boolean().describe("False where only the other pattern's file states it."),
  })
  .describe("A relation seen from this end, whichever file states it.");

const section = z.strictObject({
  id: text.describe("Fragment of its address."),
  role: z.enum([...SECTION_ROLES, "footnotes"]),
  title: text.nullable(),
  markdown: text.nullable().describe("Null for footnotes: they stand in the Markdown of the section that calls them."),
  text: text.describe("Plain text; blocks are parted by empty lines."),
});

const reference = z.strictObject({ number: text.nullable(), text, url: text.nullable() });

const print = z.strictObject({
  volume: z.int(),
  page: z.int().describe("The page of the PDF, from 1."),
  label: text.describe("What is printed on it."),
});

const classes = Object.fromEntries(
  CLASSIFICATIONS.map(({ key, isList, oneOf }: Classification) => [
    key,
    isList ? texts : (oneOf ? z.enum(oneOf) : text).nullable(),
  ]),
) as { [Key in OneValued]: z.ZodNullable<z.ZodString> } & { [Key in ManyValued]: typeof texts }; // the keys of the table itself

export const recordSchema = z.strictObject({
  iri: z.url(),
  id: text.describe("Id in the library: a TypeID, or what the file says instead."),
  slug: text,
  number: z.int().min(1).describe("Number in the book, the same in every edition."),
  title: text,
  aliases: texts,
  former_slugs: texts,
  summary: text.nullable(),
  language: text.describe("BCP 47."),
  written_language: text.nullable().describe("The language as the file writes it."),
  translation_of: z
    .strictObject({
      target: text.describe("The original as the file names it."),
      iri: z.url().nullable().describe("Null where the library has none of that name."),
      title: text.nullable(),
      language: text.nullable(),
    })
    .nullable(),
  translations: z.array(z.strictObject({ iri: z.url(), title: text, language: text })),
  version: text.nullable(),
  created: z.iso.datetime().nullable(),
  modified: z.iso.datetime().nullable(),
  ...classes,
  written_values: z
    .array(z.strictObject({ field: text, key: text, written: text }))
    .describe("Values of those fields that the file writes otherwise than by their key: with capitals, in the plural."),
  alignment: score.nullable().describe("Overall commons alignment, 0 to 5."),
  confidence: z.number().nullable().describe("Stars of confidence, 0 to 3."),
  scores: z.array(
    z.strictObject({
      dimension: text,
      value: score,
      rationale: text.nullable().describe("Why, in the words of the file."),
      stated_in: z.enum(["front-matter", "body"]),
    }),
  ),
  claims: z.array(claim),
  relations: z.array(relation),
  contributors: z.array(z.strictObject({ name: text, role: text.nullable(), affiliation: text.nullable() })),
  sources: texts.describe("Works that the front matter names."),
  references: z.array(reference).describe("Entries of the body's list of references."),
  license: text.nullable().describe("As the file writes it."),
  license_url: z.url().nullable(),
  attribution: text.nullable(),
  repository: text.nullable(),
  page_url: text.nullable(),
  source_url: text.nullable(),
  dialect: z.enum(["tags", "classification", "ontology", "plain"]).describe("Generation of the front matter."),
  source: z.strictObject({ path: text, sha256: text.regex(/^[0-9a-f]{64}$/), bytes: z.int() }),
  print: print.nullable().describe("Where it stands in the printed book."),
  epub_file: text.nullable(),
  handout: text.nullable(),
  words: z.int().min(0),
  sections: z.array(section),
  extra: text
    .describe("Front-matter fields that no dialect knows, as they are written: a JSON object, as a string.")
    .meta({ contentMediaType: "application/json" }),
});

export type PatternRecord = z.infer<typeof recordSchema>;
