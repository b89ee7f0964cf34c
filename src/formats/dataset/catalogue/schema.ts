import { z } from "zod";
import type { Edition } from "../edition.js";
import { recordSchema } from "../record.js";

/** The JSON Schema (2020-12) of a line of patterns.jsonl. */
export function describeSchema({ setting: { iris, title } }: Edition): object {
  const { $schema, ...schema } = z.toJSONSchema(recordSchema);
  return { $schema, $id: iris.file("pattern.schema.json"), title: `A pattern of ${title}`, ...schema };
}
