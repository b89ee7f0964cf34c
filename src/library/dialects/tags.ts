import { z } from "zod";
import type { Classification, Dialect } from "./dialect.js";
import { documentFields } from "./document.js";
import { number, text, texts, unknownFields } from "./fields.js";

/** The group that `tags` and `classification` share: they differ in its name and in where `commons_domain` stands. */
export const groupFields = {
  universality: text.nullish(),
  domain: text.nullish(),
  category: texts.optional(),
  era: texts.optional(),
  origin: texts.optional(),
  status: text.nullish(),
  commons_alignment: number.nullish(),
  commons_domain: texts.optional(),
};
const group = z.looseObject(groupFields);

export function classifyGroup(fields: z.infer<typeof group>): Classification {
  return {
    ...(fields.universality == null ? {} : { universality: fields.universality }),
    ...(fields.domain == null ? {} : { domain: fields.domain }),
    ...(fields.status == null ? {} : { status: fields.status }),
    ...(fields.commons_alignment == null ? {} : { alignment: fields.commons_alignment }),
    categories: fields.category ?? [],
    eras: fields.era ?? [],
    origins: fields.origin ?? [],
    commonsDomains: fields.commons_domain ?? [],
    extra: unknownFields(fields, Object.keys(groupFields)),
  };
}

const schema = z.looseObject({ ...documentFields, tags: group });

/** The first generation: a `tags` map, `commons_domain` as one word beside it. */
export const tags: Dialect<z.infer<typeof schema>> = {
  name: "tags",
  group: "tags",
  schema,
  classify: (fields) => classifyGroup(fields.tags),
};
