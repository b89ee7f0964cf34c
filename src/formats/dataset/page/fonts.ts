import { readFileSync } from "node:fs";
import { type FontFile, fontFaces, fontFiles } from "../../../page/fonts.js";
import type { Tokens } from "../../../page/tokens.js";

// The faces that the page sets: text and titles, labels and tables.
const FACES = ["300", "400", "600"];

/** `@font-face` rules with the fonts in them: the page is one file, and opens without a server. Latin letters only. */
export function embedFonts(tokens: Tokens): string {
  const { text, label } = tokens.fonts;
  const files = fontFiles(tokens).filter(
    ({ family, name, weight, style }) =>
      style === "normal" &&
      FACES.includes(weight) &&
      (family === text.family || family === label.family) &&
      /-latin-\d/.test(name),
  );
  return fontFaces(files, toDataAddress);
}

function toDataAddress({ path }: FontFile): string {
  return `data:font/woff2;base64,${readFileSync(path).toString("base64")}`;
}
