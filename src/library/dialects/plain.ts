import type { Dialect } from "./dialect.js";
import { type DocumentFields, documentSchema } from "./document.js";

/** A file of no known generation: its common fields are read, the rest is kept. */
export const plain: Dialect<DocumentFields> = {
  name: "plain",
  schema: documentSchema,
  classify: () => ({}),
};
