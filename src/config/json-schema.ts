import { z } from "zod";
import { schema } from "./schema.js";

/** The JSON Schema (draft 7, which editors read) of book.yaml, from what reads it. */
export function bookSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", io: "input", unrepresentable: "any" });
  return { $schema, title: "book.yaml of Pattern Press", ...rest };
}
