import { fontFaces } from "../../page/fonts.js";
import type { Templates } from "../../page/templates.js";
import type { Tokens } from "../../page/tokens.js";
import { embeddedFonts, fontAddress } from "./package/fonts.js";

// On a screen at arm's length labels smaller than this are not read.
const SMALLEST = 0.72;

/** The style sheet of the package. */
export function styleSheet(templates: Templates): string {
  const { tokens } = templates;
  return templates.render("epub/style", {
    faces: fontFaces(embeddedFonts(tokens), ({ name }) => fontAddress(name)),
    fonts: tokens.fonts,
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
