import { z } from "zod";
import { type FontFamily, family } from "./font-family.js";
import { listOwnFonts, refuseFamily } from "./installed-fonts.js";
import { examineFonts } from "./survey-font.js";
import { findTemplate, readTemplateYaml, TemplateError } from "./template-files.js";

const font = family.transform(({ fallback = "serif", ...rest }) => ({ ...rest, fallback }));

/** The face of formulas where a house's tokens, which may be older than it, name none. */
const FORMULAS = {
  family: "STIX Two Math",
  package: "stix-two-math",
  faces: ["400"],
  range: "U+0-10FFFF",
  fallback: "math",
};

const colour = z.string().regex(/^#[0-9a-f]{6}$/i);

const colours = z.object({ ink: colour, soft: colour, hairline: colour, tint: colour, accent: colour });

const schema = z.object({
  fonts: z.object({
    text: font,
    label: font,
    code: font,
    /** It has a table MATH of OpenType. */
    math: font.prefault(FORMULAS),
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

/** Throws TemplateError when the file lacks a token or holds a wrong one, or a font is not there. */
export function readTokens(folders: readonly string[]): Tokens {
  const result = schema.safeParse(readTemplateYaml(folders, "tokens.yaml"));
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `tokens.yaml: ${path.join(".")}: ${message}`);
    throw new TemplateError(problems.join("\n"));
  }
  const tokens = placeFiles(result.data, folders);
  const { text, label, code, math, fallbacks } = tokens.fonts;
  examineFonts(listOwnFonts([text, label, code, math, ...fallbacks]));
  const refusals = [text, label, code, math, ...fallbacks].flatMap((font) => {
    const refusal = refuseFamily(font);
    return refusal === undefined ? [] : [`tokens.yaml: fonts: ${font.family}: ${refusal}`];
  });
  if (refusals.length > 0) throw new TemplateError(refusals.join("\n"));
  return tokens;
}

/** Font files among the templates get their whole path. */
function placeFiles(tokens: Tokens, folders: readonly string[]): Tokens {
  const place = (file: string): string => (file.startsWith("./") ? (findTemplate(folders, file) ?? file) : file);
  const settle = <Family extends FontFamily>(font: Family): Family =>
    "files" in font
      ? {
          ...font,
          files: Object.fromEntries(Object.entries(font.files).map(([face, file]) => [face, place(file)])),
          ...(font.licence ? { licence: place(font.licence) } : {}),
        }
      : font;
  const { text, label, code, math, fallbacks } = tokens.fonts;
  const own = { text: settle(text), label: settle(label), code: settle(code), math: settle(math) };
  return { ...tokens, fonts: { ...own, fallbacks: fallbacks.map(settle) } };
}
