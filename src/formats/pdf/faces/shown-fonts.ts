import { basename } from "node:path";
import type { Fleet } from "../../../browser/fleet.js";
import { PageError } from "../../../browser/launch.js";
import { onFirstPage } from "../../../browser/page.js";
import { type FontFile, fontFaces } from "../../../page/fonts.js";
import { listOwnFonts } from "../../../page/installed-fonts.js";
import { TemplateError } from "../../../page/template-files.js";
import type { Tokens } from "../../../page/tokens.js";
import { LateError } from "../../../threads/late-error.js";

/**
 * Refuses fonts of a house's own that the browser does not take: it would set another in their place without a word.
 * Each is tried alone, so that one with which the browser breaks off, or comes to no end, is known by its name.
 * @throws TemplateError that names each
 */
export async function refuseUnshown(
  { fonts }: Tokens,
  files: readonly FontFile[],
  { browsers, seconds }: { browsers: Fleet; seconds: number },
): Promise<void> {
  const own = new Set(listOwnFonts([fonts.text, fonts.label, fonts.code, fonts.math, ...fonts.fallbacks]));
  const tried = new Map(files.filter(({ path }) => own.has(path)).map((file) => [file.path, file]));
  const refusals: string[] = [];
  for (const file of tried.values()) {
    const obstacle = await findObstacle(file, browsers, seconds);
    if (obstacle)
      refusals.push(
        `tokens.yaml: fonts: ${file.family}: ${basename(file.path)} ${obstacle}; expected a sound font file`,
      );
  }
  if (refusals.length > 0) throw new TemplateError(refusals.join("\n"));
}

async function findObstacle(file: FontFile, browsers: Fleet, seconds: number): Promise<string | undefined> {
  const assets = new Map([["font", { file: file.path, mediaType: file.mediaType }]]);
  const html = `<style>${fontFaces([file], () => "font")}p{font:${file.style} ${file.weight} 12px "${file.family}"}</style><p>${sample(file)}</p>`;
  try {
    const isTaken = await browsers.use(
      (browser) => onFirstPage(browser, { html, assets }, (page) => page.evaluate(isLoaded)),
      seconds,
    );
    return isTaken ? undefined : "is no font that the browser takes, which prints with it";
  } catch (error) {
    if (error instanceof LateError) return `takes longer than ${error.seconds} seconds to be shown by the browser`;
    // What ends the browser's page comes of the font: nothing else is on it.
    if (error instanceof PageError) return "is a font with which the browser breaks off, which prints with it";
    throw error;
  }
}

/** Runs in the page. */
function isLoaded(): boolean {
  return Array.from(document.fonts, ({ status }) => status).every((status) => status === "loaded");
}

// Enough for what a font does with its letters; of Chinese ones all would fill a book.
const MOST = 3000;

/** Its characters, as HTML. */
function sample({ spans }: FontFile): string {
  let text = "";
  for (const [first, last] of spans)
    for (let code = first; code <= last && text.length < MOST * 8; code++) text += `&#${code};`;
  return text;
}
