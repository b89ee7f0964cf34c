import { z } from "zod";
import type { Dialect } from "./dialect.js";
import { documentFields } from "./document.js";
import { classifyGroup, group } from "./group.js";

const schema = z.looseObject({ ...documentFields, classification: group });

/** The second generation: the group is called `classification` and holds `commons_domain` as a list. */
export const classification: Dialect<z.infer<typeof schema>> = {
  name: "classification",
  group: "classification",
  schema,
  classify: (fields) => classifyGroup(fields.classification),
};
