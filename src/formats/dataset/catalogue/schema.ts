import { z } from "zod";
import type { OwnField } from "../../../linked-data/own-fields.js";
import type { Basis } from "../basis.js";
import { recordSchema } from "../record.js";

/** The JSON Schema (2020-12) of a line of patterns.jsonl.gz. */
export function describeSchema({ setting: { iris, title, fields } }: Basis): object {
  const { extra } = recordSchema.shape;
  const own = fields.length === 0 ? recordSchema : recordSchema.extend({ extra: describeExtra(extra, fields) });
  const { $schema, ...schema } = z.toJSONSchema(own);
  return { $schema, $id: iris.file("pattern.schema.json"), title: `A pattern of ${title}`, ...schema };
}

/** A string that holds the library's own fields by name, each as its patterns have it. */
function describeExtra(extra: z.ZodString, fields: readonly OwnField[]): z.ZodString {
  const kinds = { string: z.string(), integer: z.int(), number: z.number(), boolean: z.boolean(), json: z.json() };
  const properties = fields.map(({ name, kind, iri }) => {
    // Words beside numbers are kept as they are written.
    const one = kind === "string" ? z.union([z.string(), z.number(), z.boolean()]) : kinds[kind];
    return [
      name,
      z
        .union([one, z.array(one.nullable()), z.null()])
        .optional()
        .describe(iri),
    ] as const;
  });
  const { $schema: _, ...contentSchema } = z.toJSONSchema(z.looseObject(Object.fromEntries(properties)));
  return extra.meta({ ...extra.meta(), contentSchema });
}
