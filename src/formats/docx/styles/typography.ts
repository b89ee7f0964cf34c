import type { OurColour, Tokens } from "../../../page/tokens.js";

// A handout is read at arm's length and printed on office paper: a tenth larger than the book.
export const ENLARGE = 1.1;

/** The design tokens in Word's terms. */
export interface Typography {
  text: string;
  /** The text face at weight 300, a family of its own to Word. */
  display: string;
  label: string;
  code: string;
  /** Type sizes by role, in half-points. */
  size: Record<keyof Tokens["scale"], number>;
  /** Lines of text, in twips. */
  line: number;
  /** Thickness of rules, in eighths of a point. */
  rule: number;
  /** Without `#`. */
  colours: Record<OurColour, string>;
}

export function toTypography({ fonts, scale, line, rule, colours }: Tokens): Typography {
  const size = (points: number): number => Math.round(points * ENLARGE * 2);
  const hex = (colour: string): string => colour.slice(1).toUpperCase();
  return {
    text: fonts.text.family,
    display: `${fonts.text.family} Light`,
    label: fonts.label.family,
    code: fonts.code.family,
    size: {
      tag: size(scale.tag),
      meta: size(scale.meta),
      note: size(scale.note),
      text: size(scale.text),
      heading: size(scale.heading),
      lede: size(scale.lede),
      title: size(scale.title),
      part: size(scale.part),
      numeral: size(scale.numeral),
    },
    line: Math.round(line * ENLARGE * 20),
    rule: Math.round(rule * 8),
    colours: {
      ink: hex(colours.ink),
      soft: hex(colours.soft),
      hairline: hex(colours.hairline),
      tint: hex(colours.tint),
      accent: hex(colours.accent),
    },
  };
}

/** Lines of type of this size, in half-points, as far apart as the text's in proportion; in twips, at least. */
export function lead(halfPoints: number, { line, size }: Typography): { line: number; lineRule: "atLeast" } {
  return { line: Math.round((line * halfPoints) / size.text), lineRule: "atLeast" };
}
