import { z } from "zod";
import { address } from "../book/address.js";

/** What the configuration says of the dataset: where its addresses begin. */
export const datasetSettings = z.strictObject({
  /** Begins the IRI of every pattern; where there is none, these are URNs, by id. */
  base: address.optional(),
  /** What the IRI of a pattern ends with. An id stays when a pattern is renamed. */
  iri: z.enum(["slug", "id"]).default("slug"),
  /** Begins the IRI of every term of the vocabulary; a URN of ours where there is none. */
  namespace: address.optional(),
  /** Whether each pattern has a file of its own as linked data: below 500 patterns, always, always with its text, or never. */
  files: z.enum(["auto", "each", "whole", "none"]).default("auto"),
});

export type DatasetSettings = z.infer<typeof datasetSettings>;
