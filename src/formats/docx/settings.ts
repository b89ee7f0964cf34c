import { z } from "zod";
import { packSchema } from "./pack/settings.js";

/** What the configuration says of Word files. */
export const docxSettings = z.strictObject({
  paper: z.enum(["a4", "letter"]).default("a4"),
  /** A Word file whose styles, theme, headers, footers and page set-up are taken over; relative to the configuration. */
  reference: z.string().optional(),
  /** Each pattern whole. */
  handouts: z.boolean().default(true),
  /** A card for each pattern, two on a sheet. */
  cards: z.boolean().default(true),
  /** Workshop packs: chosen patterns with all that a group needs on paper. */
  packs: z
    .array(packSchema)
    .refine((packs) => new Set(packs.map(({ name }) => name)).size === packs.length, "two packs have one name")
    .default([]),
});
