import { z } from "zod";

/** A weight and its style. */
const FACE = /^[1-9]00(-italic)?$/;
const face = z.coerce.string().regex(FACE, "expected a weight such as 400, or 400-italic");

const packaged = z.strictObject({
  family: z.string(),
  /** A package of the `@fontsource` scope. */
  package: z.string(),
  faces: z.array(face),
  /** CSS `unicode-range`, in place of what the package says. */
  range: z.string().optional(),
  fallback: z.string().optional(),
});
const filed = z.strictObject({
  family: z.string(),
  /** A font file for each face: one of an installed package, or `./` and a path among the templates. */
  files: z.record(face, z.string()),
  /** Their licence, addressed alike. */
  licence: z.string().optional(),
  /** CSS `unicode-range`, in place of the characters the files have. */
  range: z.string().optional(),
  fallback: z.string().optional(),
});
/** A family of fonts as the tokens declare it: of an installed package, or of files. */
export const family = z
  .union([packaged, filed], {
    error: "expected family, package and faces, or family and files; a face is a weight such as 400, or 400-italic",
  })
  .transform((font) => ({ ...font, faces: "files" in font ? Object.keys(font.files) : font.faces }));

export type FontFamily = z.infer<typeof family>;
