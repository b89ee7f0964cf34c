import { readFileSync } from "node:fs";
import { type FontFile, fontFiles } from "./fonts.js";
import type { Tokens } from "./tokens.js";

/**
 * An SVG shown as a picture sees no font of the page: text in a generic family would take one of the machine's. Embeds
 * the label face, regular and semibold, and sets all text in it.
 */
export function embedLabelFont(svg: string, tokens: Tokens): string {
  if (!/<text[\s>]|<foreignObject/i.test(svg)) return svg;
  const { family } = tokens.fonts.label;
  const faces = fontFiles(tokens).filter(
    (file) => file.family === family && file.style === "normal" && needed(file, svg),
  );
  const rules = faces.map(toFaceRule).join("");
  const style = `<style>${rules}svg text,svg tspan,svg foreignObject *{font-family:"${family}",sans-serif!important}</style>`;
  return svg.replace(/(<svg\b[^>]*>)/, `$1${style}`);
}

/** Whether a subset holds any character of the text. */
function needed({ range }: FontFile, text: string): boolean {
  const spans = range.split(",").map((span) =>
    span
      .trim()
      .slice(2)
      .split("-")
      .map((hex) => Number.parseInt(hex, 16)),
  );
  return [...new Set(text)].some((character) => {
    const code = character.codePointAt(0) ?? 0;
    return spans.some(([from = 0, to = from]) => code >= from && code <= to);
  });
}

function toFaceRule({ family, weight, path, range }: FontFile): string {
  const data = readFileSync(path).toString("base64");
  return (
    `@font-face{font-family:"${family}";font-weight:${weight};` +
    `src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${range}}`
  );
}
