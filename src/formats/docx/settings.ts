import { z } from "zod";
import { packSchema } from "./pack/settings.js";
import { handoutsSchema, sheetSchema } from "./sheet/settings.js";

/** What the configuration says of Word files. */
export const docxSettings = z.strictObject({
  paper: z.enum(["a4", "letter"]).default("a4"),
  /** A Word file whose styles, theme, headers, footers and page set-up are taken over; relative to the configuration. */
  reference: z.string().optional(),
  /** Each pattern whole (`true` or `full`), on a sheet of two sides for participants, or both. */
  handouts: handoutsSchema,
  /** What stands on such a sheet: `summary`, and sections by what they are for. */
  sheet: sheetSchema,
  /** A card for each pattern, two on a sheet. */
  cards: z.boolean().default(true),
  /** Workshop packs: chosen patterns with all that a group needs on paper. */
  packs: z
    .array(packSchema)
    .refine((packs) => new Set(packs.map(({ name }) => name)).size === packs.length, "two packs have one name")
    .default([]),
});
