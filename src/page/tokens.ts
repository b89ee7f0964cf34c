import { z } from "zod";
import { nearestName } from "../library/nearest-name.js";
import { type FontFamily, family } from "./font-family.js";
import { listOwnFonts, refuseFamily } from "./installed-fonts.js";
import { examineFonts } from "./survey-font.js";
import { findTemplate, TemplateError } from "./template-files.js";
import { layTokens, openTokenFiles, type TokenFile } from "./token-files.js";

const font = family.transform(({ fallback = "serif", ...rest }) => ({ ...rest, fallback }));

const colour = z
  .string('expected a colour such as "#1f4e5f", in quotation marks: without them # begins a comment')
  .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, 'expected a colour such as "#1f4e5f"')
  .transform((hex) => (hex.length === 4 ? hex.replace(/[^#]/g, "$&$&") : hex));

const ours = { ink: colour, soft: colour, hairline: colour, tint: colour, accent: colour };

/** Names of the colours that are ours. */
export const OUR_COLOURS: readonly string[] = Object.keys(ours);

/** A colour that is ours: a house may have others beside them. */
export type OurColour = keyof typeof ours;

/** In points. */
const size = z.number("expected a number of points").positive("expected a number of points above 0");

const schema = z.strictObject({
  fonts: z.strictObject({
    text: font,
    label: font,
    code: font,
    /** It has a table MATH of OpenType. */
    math: font,
    /** For characters that the other families lack, in the order they are tried. */
    fallbacks: z.array(family),
  }),
  /** Type sizes, in points, by role. */
  scale: z.strictObject({
    tag: size,
    meta: size,
    note: size,
    text: size,
    heading: size,
    lede: size,
    title: size,
    part: size,
    numeral: size,
  }),
  /** The baseline grid, in points. */
  line: size,
  /** Thickness of rules, in points. */
  rule: size,
  colours: z.object(ours).catchall(colour).superRefine(refuseNames),
  /** Those of pages that are read on a dark screen. */
  dark: z
    .object({ ...ours, paper: colour })
    .catchall(colour)
    .superRefine(refuseNames),
});

/** The design tokens: type, sizes and colours, read by CSS and by the Word styles. */
export type Tokens = z.infer<typeof schema>;

/** Templates and style sheets name a colour of a house by its key. */
function refuseNames(colours: object, { addIssue }: z.RefinementCtx): void {
  for (const name of Object.keys(colours).filter((key) => !/^[a-z][\w-]*$/i.test(key))) {
    addIssue({ code: "custom", path: [name], message: "expected a name of Latin letters, digits, - and _" });
  }
}

/**
 * The tokens of a house over ours, key by key.
 * @param folders the house's first
 * @throws TemplateError with file, line and column where there is no such token or it holds what it cannot, or a font is
 * not there
 */
export function readTokens(folders: readonly string[]): Tokens {
  const files = openTokenFiles(folders);
  const tokens = placeFiles(parseTokens(files), folders);
  const families = listFamilies(tokens);
  examineFonts(listOwnFonts(families.map(({ font }) => font)));
  const refusals = families.flatMap(({ font, token }) => {
    const refusal = refuseFamily(font);
    return refusal === undefined ? [] : [`${placeIn(files, token)}: ${token.join(".")}: ${font.family}: ${refusal}`];
  });
  if (refusals.length > 0) throw new TemplateError(refusals.join("\n"));
  return tokens;
}

/**
 * The same, of which no font is looked for.
 * @throws TemplateError
 */
function parseTokens(files: readonly TokenFile[]): Tokens {
  const laid = files.map(({ tokens }) => tokens).reduceRight((under, over) => layTokens(over, under), {});
  const result = schema.safeParse(laid);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => {
      const { token, message } = describeIssue(issue);
      return `${placeIn(files, token)}: ${token.join(".")}: ${message}`;
    });
    throw new TemplateError(problems.join("\n"));
  }
  const { colours, dark } = result.data;
  const lost = Object.keys(dark).find((name) => name !== "paper" && !(name in colours));
  if (lost !== undefined) {
    const where = placeIn(files, ["dark", lost]);
    throw new TemplateError(
      `${where}: dark.${lost}: found no colour of this name by day; expected colours.${lost} too`,
    );
  }
  // A colour of the house that says nothing of the dark is the same there.
  return { ...result.data, dark: { ...colours, ...dark } };
}

function describeIssue(issue: z.core.$ZodIssue): { token: PropertyKey[]; message: string } {
  if (issue.code === "invalid_union") {
    const inside = issue.errors.flat().find(({ path }) => path.length > 0);
    return { token: issue.path, message: inside && issue.message === "Invalid input" ? inside.message : issue.message };
  }
  if (issue.code !== "unrecognized_keys") return { token: issue.path, message: issue.message };
  const [key = ""] = issue.keys;
  const known = knownAt(issue.path);
  const nearest = nearestName(key, known);
  const meant = nearest === undefined ? "" : `; did you mean “${nearest}”?`;
  return {
    token: [...issue.path, key],
    message: `there is no such token${meant}; expected one of ${known.join(", ")}`,
  };
}

function knownAt([key]: readonly PropertyKey[]): string[] {
  if (key === undefined) return Object.keys(schema.shape);
  return Object.keys(key === "fonts" ? schema.shape.fonts.shape : schema.shape.scale.shape);
}

/** Where a token stands: in the first file that has it, else where the nearest of what it is in does. */
function placeIn(files: readonly TokenFile[], token: readonly PropertyKey[]): string {
  for (let depth = token.length; depth > 0; depth--) {
    for (const file of files) {
      const place = file.placeOf(token.slice(0, depth));
      if (place !== undefined) return place;
    }
  }
  return files[0]?.path ?? "tokens.yaml";
}

function listFamilies({ fonts }: Tokens): { font: FontFamily; token: PropertyKey[] }[] {
  const { fallbacks, ...named } = fonts;
  return [
    ...Object.entries(named).map(([role, font]) => ({ font, token: ["fonts", role] })),
    ...fallbacks.map((font, at) => ({ font, token: ["fonts", "fallbacks", at] })),
  ];
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
