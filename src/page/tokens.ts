import { z } from "zod";
import { readTemplateYaml, TemplateError } from "./template-files.js";

const family = z.object({
  family: z.string(),
  /** A package of the `@fontsource` scope. */
  package: z.string(),
  /** Weights and styles: `400`, `400-italic`. */
  faces: z.array(z.coerce.string()),
  /** CSS `unicode-range`, in place of what the package says. */
  range: z.string().optional(),
});
const font = family.extend({ fallback: z.string() });
const colour = z.string().regex(/^#[0-9a-f]{6}$/i);

const colours = z.object({ ink: colour, soft: colour, hairline: colour, tint: colour, accent: colour });

const schema = z.object({
  fonts: z.object({
    text: font,
    label: font,
    code: font,
    /** For characters that the other families lack, in the order they are tried. */
    fallbacks: z.array(family),
  }),
  /** Type sizes, in points, by role. */
  scale: z.object({
    tag: z.number(),
    meta: z.number(),
    note: z.number(),
    text: z.number(),
    heading: z.number(),
    lede: z.number(),
    title: z.number(),
    part: z.number(),
    numeral: z.number(),
  }),
  /** The baseline grid, in points. */
  line: z.number(),
  /** Thickness of rules, in points. */
  rule: z.number(),
  colours,
  /** Those of pages that are read on a dark screen. */
  dark: colours.extend({ paper: colour }),
});

/** The design tokens: type, sizes and colours, read by CSS and by the Word styles. */
export type Tokens = z.infer<typeof schema>;

/** Throws TemplateError when the file lacks a token or holds a wrong one. */
export function readTokens(folders: readonly string[]): Tokens {
  const result = schema.safeParse(readTemplateYaml(folders, "tokens.yaml"));
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `tokens.yaml: ${path.join(".")}: ${message}`);
  throw new TemplateError(problems.join("\n"));
}
