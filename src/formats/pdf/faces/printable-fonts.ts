import { basename } from "node:path";
import type { FontFamily } from "../../../page/font-family.js";
import { kindOf } from "../../../page/font-file.js";
import { locate } from "../../../page/installed-fonts.js";
import { surveyFont } from "../../../page/survey-font.js";
import { TemplateError } from "../../../page/template-files.js";
import type { Tokens } from "../../../page/tokens.js";

/**
 * Refuses fonts that Chromium writes into a PDF as Type 3: as drawings without a name, which no printer takes and no
 * standard allows for. Fonts of packages of `@fontsource` are neither.
 * @throws TemplateError that names each
 */
export function refuseUnprintable({ fonts }: Tokens): void {
  const refusals = [fonts.text, fonts.label, fonts.code, fonts.math, ...fonts.fallbacks].flatMap(refuse);
  if (refusals.length > 0) throw new TemplateError(refusals.join("\n"));
}

function refuse(family: FontFamily): string[] {
  if (!("files" in family)) return [];
  return [...new Set(Object.values(family.files))].flatMap((file) => {
    const found = findObstacle(locate(file));
    if (!found) return [];
    return `tokens.yaml: fonts: ${family.family}: ${basename(file)} ${found}, which a PDF made by Chromium cannot hold as a font; expected a font of one weight with TrueType outlines, such as a static .ttf of the same family`;
  });
}

function findObstacle(path: string): string | undefined {
  if (kindOf(path) === "postscript") return "has PostScript outlines (CFF)";
  return surveyFont(path).isVariable ? "is a variable font" : undefined;
}
