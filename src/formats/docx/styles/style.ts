import type { ParagraphStyle } from "./names.js";
import type { Typography } from "./typography.js";

/** A rule beside a paragraph: thickness in eighths of a point, distance in points. */
export interface Border {
  size: number;
  colour: Colour;
  space: number;
}

export type Face = "text" | "display" | "label" | "code";
export type Colour = keyof Typography["colours"];

/** Lengths in twips. */
export interface ParagraphFormat {
  spacing?: { before?: number; after?: number; line?: number; lineRule?: "atLeast" | "auto" | "exact" };
  indent?: { left?: number; right?: number; hanging?: number };
  border?: Partial<Record<"top" | "left" | "bottom" | "right" | "between", Border>>;
  tab?: number;
  keepNext?: boolean;
  keepLines?: boolean;
  /** From 0. */
  outlineLevel?: number;
  numbering?: "bullets" | "numbers";
}

/** Size in half-points. */
export interface RunFormat {
  font?: Face;
  size?: number;
  colour?: Colour;
  bold?: boolean;
  italics?: boolean;
  allCaps?: boolean;
  /** Letterspacing in twips. */
  spacing?: number;
  noProof?: boolean;
  /** Of its line; none where what it is put on would have one. */
  underline?: Colour | "none";
  shading?: Colour;
  superScript?: boolean;
}

/** A style; its name follows from its id. */
export interface Style {
  basedOn?: ParagraphStyle;
  next?: ParagraphStyle;
  paragraph?: ParagraphFormat;
  run?: RunFormat;
}

/** A rule in the token's thickness. */
export function ruled({ rule }: Typography, space: number): Border {
  return { size: rule, colour: "ink", space };
}

/** Letterspaced capitals of the label face. */
export function tag({ size }: Typography): RunFormat {
  return { font: "label", size: size.tag, allCaps: true, spacing: 12 };
}
