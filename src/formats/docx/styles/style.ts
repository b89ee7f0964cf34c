import { BorderStyle, type IBaseParagraphStyleOptions, type IBorderOptions } from "docx";
import type { Typography } from "./typography.js";

/** A style; its name and its place in Word's list follow from its id. */
export type Style = IBaseParagraphStyleOptions;

/** A rule in the token's thickness. */
export function ruled({ rule, colours }: Typography, space: number): IBorderOptions {
  return { style: BorderStyle.SINGLE, size: rule, color: colours.ink, space };
}

/** Letterspaced capitals of the label face. */
export function tag({ label, size }: Typography): NonNullable<Style["run"]> {
  return { font: label, size: size.tag, allCaps: true, characterSpacing: 12 };
}
