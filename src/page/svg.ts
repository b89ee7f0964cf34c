import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type FontFile, familyFiles, fontFaces, holdsAny } from "./fonts.js";
import type { Tokens } from "./tokens.js";

/**
 * An SVG shown as a picture sees no font of the page: text in a generic family would take one of the machine's. Embeds
 * the label face, regular and semibold, and sets all text in it.
 */
export function embedLabelFont(svg: string, tokens: Tokens): string {
  if (!/<text[\s>]|<foreignObject/i.test(svg)) return svg;
  const { family } = tokens.fonts.label;
  const characters = new Set(svg);
  const faces = familyFiles(tokens.fonts.label).filter((file) => file.style === "normal" && holdsAny(file, characters));
  // Two pictures with a font of one address may share it or not, as it happens: the PDF would have it once or twice.
  const picture = createHash("sha256").update(svg).digest("hex").slice(0, 16);
  const rules = faces.map((file) => toFaceRule(file, picture)).join("");
  const style = `<style>${rules}svg text,svg tspan,svg foreignObject *{font-family:"${family}",sans-serif!important}</style>`;
  return svg.replace(/(<svg\b[^>]*>)/, `$1${style}`);
}

function toFaceRule(file: FontFile, picture: string): string {
  const data = readFileSync(file.path).toString("base64");
  return fontFaces([file], () => `data:${file.mediaType};picture=${picture};base64,${data}`);
}
