import { fontFaces } from "../../page/fonts.js";
import type { Templates } from "../../page/templates.js";
import type { Tokens } from "../../page/tokens.js";
import { type EmbeddedFont, embeddedAddress } from "./package/fonts.js";

// On a screen at arm's length labels smaller than this are not read.
const SMALLEST = 0.72;

/** The style sheet of the package, which has these fonts. */
export function styleSheet(templates: Templates, fonts: readonly EmbeddedFont[]): string {
  const { tokens } = templates;
  const families = new Set(fonts.map(({ family }) => family));
  return templates.render("epub/style", {
    faces: fontFaces(fonts, ({ name }) => embeddedAddress(name)),
    tokens,
    fonts: tokens.fonts,
    others: tokens.fonts.fallbacks.filter(({ family }) => families.has(family)),
    em: toEms(tokens),
    leading: round(tokens.line / tokens.scale.text),
  });
}

/** The type scale relative to the reader's own size of text. */
function toEms({ scale }: Tokens): Record<string, string> {
  return Object.fromEntries(
    Object.entries(scale).map(([role, points]) => [role, `${Math.max(SMALLEST, round(points / scale.text))}em`]),
  );
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
