import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, isAbsolute } from "node:path";
import type { FontFamily } from "./font-family.js";
import { kindOf } from "./font-file.js";
import { surveyFont } from "./survey-font.js";

const require = createRequire(import.meta.url);
const FORMATS = /\.(ttf|otf|woff2?)$/i;

/** What keeps a family from being used, in words: a package or a file is not there. */
export function refuseFamily(family: FontFamily): string | undefined {
  if (!("files" in family)) {
    const missing = family.faces.find((face) => !isInstalled(sheetOf(family.package, face)));
    if (missing === undefined) return undefined;
    return `@fontsource/${family.package} is not installed or has no face ${missing}; install it, or name one it has`;
  }
  const files = [...Object.values(family.files), ...(family.licence ? [family.licence] : [])];
  const missing = files.find((file) => !(isAbsolute(file) ? existsSync(file) : isInstalled(file)));
  if (missing !== undefined)
    return `there is no ${missing}; expected a file of an installed package, or ./ and a path in the folder of templates`;
  for (const file of Object.values(family.files)) {
    // Of a pipe no end would come.
    if (!statSync(locate(file)).isFile()) return `${basename(file)} is no file`;
    const kind = kindOf(locate(file));
    if (kind === "collection")
      return `${basename(file)} is a collection of several fonts; expected a file of one: take it out of the collection, or name another`;
    if (kind === "unknown" || !FORMATS.test(file))
      return `${basename(file)} is no font; expected a .ttf, .otf, .woff or .woff2 file`;
    const damage = isAbsolute(file) ? findDamage(file) : undefined;
    if (damage !== undefined) return `${basename(file)} cannot be read as a font (${damage}); expected a sound file`;
  }
  return undefined;
}

/** The files of families that lie among the templates: nobody has looked at them. */
export function listOwnFonts(families: readonly FontFamily[]): string[] {
  return families.flatMap((family) => ("files" in family ? Object.values(family.files).filter(isOwnFont) : []));
}

function isOwnFont(file: string): boolean {
  return isAbsolute(file) && FORMATS.test(file) && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function findDamage(path: string): string | undefined {
  try {
    surveyFont(path);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The style sheet of a face in its package. */
export function sheetOf(name: string, face: string): string {
  return `@fontsource/${name}/${face}.css`;
}

function isInstalled(file: string): boolean {
  try {
    return require.resolve(file) !== "";
  } catch {
    return false;
  }
}

/** The path of a file named by itself or within a package. */
export function locate(file: string): string {
  return isAbsolute(file) ? file : require.resolve(file);
}
