import { z } from "zod";
import type { Classification } from "./dialect.js";
import { number, text, texts, unknownFields } from "./fields.js";

/** The group that `tags` and `classification` share: they differ in its name and in where `commons_domain` stands. */
export const group = z.looseObject({
  universality: text.nullish(),
  domain: text.nullish(),
  category: texts.optional(),
  era: texts.optional(),
  origin: texts.optional(),
  status: text.nullish(),
  commons_alignment: number.nullish(),
  commons_domain: texts.optional(),
});

/** The shared group → what it says of the pattern; fields it does not know are `extra`. */
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
    extra: unknownFields(fields, Object.keys(group.shape)),
  };
}
