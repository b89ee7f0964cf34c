import { dirname, join } from "node:path";
import { type FontFile, fontFiles } from "../../../page/fonts.js";
import type { Tokens } from "../../../page/tokens.js";
import type { Resource } from "./shelf.js";

/**
 * The faces of text and labels, in the Latin subsets: about 400 kB. Reading systems have faces of their own for other
 * scripts and for code.
 */
export function embeddedFonts(tokens: Tokens): FontFile[] {
  const families = [tokens.fonts.text.family, tokens.fonts.label.family];
  return fontFiles(tokens).filter(
    ({ family, name }) => families.includes(family) && /-latin(-ext)?-\d+-(normal|italic)\.woff2$/.test(name),
  );
}

/** The fonts, each tied to its licence, whose text stands beside it (SIL Open Font License 1.1, condition 2). */
export function fontResources(fonts: readonly FontFile[]): Resource[] {
  return fonts.map(({ name, path }) => ({
    href: fontAddress(name),
    mediaType: "font/woff2",
    file: path,
    licence: {
      href: fontAddress(name).replace(/-latin.*$/, "-OFL.txt"),
      mediaType: "text/plain",
      file: join(dirname(path), "..", "LICENSE"),
    },
  }));
}

export function fontAddress(name: string): string {
  return `fonts/${name}`;
}
