import { z } from "zod";
import { address } from "../../book/address.js";

/** What the configuration says of the e-book. */
export const epubSettings = z.strictObject({
  /** One book, or one for each part. */
  split: z.union([z.literal(false), z.literal("part")], { error: "expected part, or false" }).default(false),
  /** What the publisher vouches for (EPUB Accessibility 1.1, 4.4); claimed nowhere unless it stands here. */
  accessibility: z
    .strictObject({
      conformsTo: z.string().optional(),
      certifiedBy: z.string().optional(),
      credential: z.string().optional(),
      report: address.optional(),
    })
    .default({}),
});
