import { z } from "zod";
import { refuseSelection } from "../../../library/select.js";
import { isSlug } from "../../../library/slug.js";

/** What a pack holds of each pattern. */
export const PACK_CONTENTS = ["cards", "handouts", "both"] as const;

/** A workshop pack, as the configuration names it. */
export const packSchema = z.strictObject({
  /** Of its file: `handouts/NAME-pack.docx`. */
  name: z.string().refine(isSlug, "lower-case letters, digits and hyphens"),
  /** On its cover; made of the name where there is none. */
  title: z.string().optional(),
  /** Which patterns, as `--select` takes it; all where there is none. */
  select: z
    .string()
    .superRefine((text, context) => {
      const message = refuseSelection(text);
      if (message !== undefined) context.addIssue({ code: "custom", message });
    })
    .optional(),
  /** Steps over which what they require comes with them. */
  depth: z.int().min(0).max(9).default(0),
  with: z.enum(PACK_CONTENTS).default("cards"),
});

export type PackSettings = z.infer<typeof packSchema>;
