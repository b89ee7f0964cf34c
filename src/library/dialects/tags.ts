import { z } from "zod";
import type { Dialect } from "./dialect.js";
import { documentFields } from "./document.js";
import { classifyGroup, group } from "./group.js";

const schema = z.looseObject({ ...documentFields, tags: group });

/** The first generation: a `tags` map, `commons_domain` as one word beside it. */
export const tags: Dialect<z.infer<typeof schema>> = {
  name: "tags",
  group: "tags",
  schema,
  classify: (fields) => classifyGroup(fields.tags),
};
