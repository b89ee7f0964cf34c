import { z } from "zod";
import { RULES } from "../library/rules/index.js";
import { schema } from "./schema.js";

const IDS = RULES.map(({ id }) => id);

/** The JSON Schema (draft 7, which editors read) of book.yaml, from what reads it. */
export function bookSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-7", io: "input", unrepresentable: "any" });
  // Only extensions bring rules that are not ours.
  const alone = { anyOf: [{ required: ["extend"] }, { properties: { rules: { propertyNames: { enum: IDS } } } }] };
  return { $schema, title: "book.yaml of Pattern Press", ...rest, ...alone };
}
