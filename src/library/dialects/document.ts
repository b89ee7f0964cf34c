import { z } from "zod";
import type { RelationKind } from "../pattern.js";
import { number, relations, text, texts } from "./fields.js";
import { contributors } from "./people.js";
import { sources } from "./works.js";

const relationFields = {
  generalizes_from: relations.optional(),
  specializes_to: relations.optional(),
  enables: relations.optional(),
  requires: relations.optional(),
  related: relations.optional(),
  alternatives: relations.optional(),
  complementary: relations.optional(),
  tools: relations.optional(),
} satisfies Record<RelationKind, z.ZodType>;

/** The maps that every dialect may hold at the top level, beside a group of its own. */
export const documentGroups = {
  lifecycle: z.looseObject({ status: text.optional(), version: text.optional(), confidence: number.optional() }),
  provenance: z.looseObject({
    contributors: contributors.optional(),
    license: text.optional(),
    attribution: text.optional(),
  }),
  relationships: z.looseObject(relationFields),
};

/** The fields that every dialect may hold, at the top level of the front matter. */
export const documentFields = {
  id: text.optional(),
  slug: text.optional(),
  old_slugs: texts.optional(),
  redirect_from: texts.optional(),
  title: text.optional(),
  aliases: texts.optional(),
  summary: text.optional(),
  lang: text.optional(),
  language: text.optional(),
  version: text.optional(),
  created: text.optional(),
  modified: text.optional(),
  page_url: text.optional(),
  github_url: text.optional(),
  repository: text.optional(),
  commons_domain: texts.optional(),
  contributors: contributors.optional(),
  sources: sources.optional(),
  license: text.optional(),
  attribution: text.optional(),
  lifecycle: documentGroups.lifecycle.optional(),
  provenance: documentGroups.provenance.optional(),
  relationships: documentGroups.relationships.nullish(),
  ...relationFields,
};

/** Front matter that no dialect claims: a slide deck, a tutorial, a note. */
export const documentSchema = z.looseObject(documentFields);
export type DocumentFields = z.infer<typeof documentSchema>;
