import { z } from "zod";
import { address } from "../book/address.js";

/** Where the addresses of patterns begin that have none: a place that is nobody's (RFC 2606, 3). */
export const NOWHERE = "https://example.org/patterns/";

/** What the configuration says of the dataset: where its addresses begin. */
export const datasetSettings = z.strictObject({
  /** Begins the IRI of every pattern. */
  base: address.default(NOWHERE),
  /** Begins the IRI of every term of the vocabulary. */
  namespace: address.default("https://example.org/ns/pattern#"),
  /** Whether each pattern has a file of its own as linked data: below 500 patterns, always, always with its text, or never. */
  files: z.enum(["auto", "each", "whole", "none"]).default("auto"),
});
