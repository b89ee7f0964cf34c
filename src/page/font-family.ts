import { z } from "zod";

/** A weight and its style. */
const FACE = /^[1-9]00(-italic)?$/;
const face = z.coerce.string().regex(FACE, "expected a weight such as 400, or 400-italic");

// What CSS says of a face beside its file (CSS Fonts 4, 4.9; CSS Fonts 5, 2.4).
const setting = {
  /** `"kern" 0`: OpenType features, as `font-feature-settings` has them. */
  features: z
    .string()
    .regex(
      /^"[ -!#-~]{4}"( (\d+|on|off))?(, ?"[ -!#-~]{4}"( (\d+|on|off))?)*$/,
      "expected features such as '\"kern\" 0'",
    )
    .optional(),
  /** `112%`: how large its letters stand beside those of other faces of the same size, as `size-adjust` has it. */
  size: z
    .string()
    .regex(/^[1-9]\d{1,2}(\.\d+)?%$/, "expected a percentage such as 112%")
    .optional(),
};

const packaged = z.strictObject({
  ...setting,
  family: z.string(),
  /** A package of the `@fontsource` scope. */
  package: z.string(),
  faces: z.array(face),
  /** CSS `unicode-range`, in place of what the package says. */
  range: z.string().optional(),
  fallback: z.string().optional(),
});
const filed = z.strictObject({
  ...setting,
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
