import { writeFile } from "node:fs/promises";
import type { Asset } from "../../../browser/page.js";
import { asBrowserError, openPage } from "../../../browser/page.js";
import type { Library } from "../../../library/pattern.js";
import { type FontFile, fontFaces, fontFiles } from "../../../page/fonts.js";
import { word } from "../../../page/locale.js";
import type { Context } from "../../format.js";
import type { BookView } from "../metadata/metadata.js";
import type { PartEntry } from "../outline.js";
import { fontAddress } from "../package/fonts.js";
import { drawArcs } from "./arcs.js";

// Pixels. Shops ask for 2560 on the longer side at a ratio of 1.6.
const WIDTH = 1600;
const HEIGHT = 2560;
const MARGIN = 140;

/** What the cover shows, for who does not see it. */
export function coverAlternative({ config, locale }: Context): string {
  return `${word(locale, "cover_of")} ${config.book.title}. ${word(locale, "cover_art")}`;
}

/**
 * Draws the cover from the library: how many patterns it has, its title, and an arc for every relation.
 * @returns the path of a PNG
 */
export async function drawCover(
  book: BookView,
  library: Library,
  parts: readonly PartEntry[],
  context: Context,
): Promise<string> {
  const { cache, templates, locale, fingerprint } = context;
  const fonts = fontFiles(templates.tokens);
  const names = parts.map(({ name }) => name);
  const html = templates.render("epub/cover-image", {
    book,
    count: library.patterns.length,
    arcs: drawArcs(library, names, WIDTH - 2 * MARGIN),
    page: { width: WIDTH, height: HEIGHT, margin: MARGIN },
    faces: fontFaces(fonts, ({ name }) => fontAddress(name)),
    tokens: templates.tokens,
    language: locale.language,
    direction: locale.direction,
    words: locale.words,
  });
  return cache.file("covers", [fingerprint, html], async (path) => {
    context.progress("drawing the cover");
    await writeFile(path, await photograph(html, fonts, context.openBrowser));
  });
}

async function photograph(
  html: string,
  fonts: readonly FontFile[],
  openBrowser: Context["openBrowser"],
): Promise<Uint8Array> {
  const assets = new Map(
    fonts.map(({ name, path: file }): [string, Asset] => [fontAddress(name), { file, mediaType: "font/woff2" }]),
  );
  const browser = await openBrowser();
  try {
    const page = await openPage(browser, { html, assets });
    await page.setViewport({ width: WIDTH, height: HEIGHT, deviceScaleFactor: 1 });
    await page.evaluate("document.fonts.ready.then(() => true)");
    return await page.screenshot({ type: "png" });
  } catch (error) {
    throw asBrowserError(error);
  } finally {
    await browser.close();
  }
}
