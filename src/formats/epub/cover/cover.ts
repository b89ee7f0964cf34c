import { writeFile } from "node:fs/promises";
import type { Browser } from "puppeteer-core";
import sharp from "sharp";
import type { Asset } from "../../../browser/page.js";
import { asBrowserError, openPage } from "../../../browser/page.js";
import type { Library } from "../../../library/library.js";
import { keepNames, layOutFront } from "../../../page/art/cover-front.js";
import { drawSeedHead } from "../../../page/art/seed-head.js";
import { type FontFile, fontFaces, fontFiles } from "../../../page/fonts.js";
import { word } from "../../../page/locale.js";
import type { Tokens } from "../../../page/tokens.js";
import type { Context } from "../about.js";
import { LARGEST_FILE } from "../files.js";
import type { BookView } from "../metadata/metadata.js";

// Pixels. Shops ask for 2560 on the longer side at a ratio of 1.6.
const PANEL = { width: 1600, height: 2560 } as const;

// A share of the panel's width: as fine as on the printed cover, where it is 0.3 of 432 points.
const TIE = 0.3 / 432;

// The seeds keep a rim of white.
const SEEDS = 0.92;

// Shops and shelves show covers as wide as a thumb: the title begins larger than on paper.
const LARGER = [1.6, 1.3, 1];

// Black, white and the greys at the edges of letters: more tones make no visible difference. The drawing of a very
// large library has so many lines that fewer tones are enough.
const TONES = [16, 8, 4];

/** What the cover shows, for who does not see it. */
export function coverAlternative({ config, locale }: Context): string {
  return `${word(locale, "cover_of")} ${config.book.title}. ${word(locale, "cover_art")}`;
}

/**
 * Draws the cover: the front of the printed one, its title larger.
 * @returns the path of a PNG
 */
export async function drawCover(book: BookView, library: Library, context: Context): Promise<string> {
  const { cache, templates, locale, fingerprint } = context;
  const fonts = fontFiles(templates.tokens);
  const { creators, title, subtitle } = book;
  const front = layOutFront(PANEL, { creators, title, subtitle }, sizesOf(templates.tokens));
  const html = templates.render("epub/cover-image", {
    book,
    creators: keepNames(creators).join(", "),
    panel: PANEL,
    front,
    art: drawSeedHead(library, { radius: front.disc.radius * SEEDS }),
    tie: TIE * PANEL.width,
    faces: fontFaces(fonts, ({ name }) => `fonts/${name}`),
    tokens: templates.tokens,
    language: locale.language,
    direction: locale.direction,
  });
  return cache.file("covers", { fingerprint, html }, async (path) => {
    context.progress("drawing the cover");
    const picture = await photograph(html, fonts, context);
    await writeFile(path, await compress(picture));
  });
}

async function compress(picture: Uint8Array): Promise<Uint8Array> {
  let light = picture;
  for (const colours of TONES) {
    light = await sharp(picture).png({ palette: true, colours, effort: 10, compressionLevel: 9 }).toBuffer();
    if (light.length <= LARGEST_FILE) break;
  }
  return light;
}

function sizesOf({ scale }: Tokens): Parameters<typeof layOutFront>[2] {
  return {
    titles: [...LARGER.map((factor) => scale.numeral * factor), scale.part, scale.title],
    lede: scale.lede,
    label: scale.heading,
  };
}

async function photograph(
  html: string,
  fonts: readonly FontFile[],
  { browsers, seconds }: Pick<Context, "browsers" | "seconds">,
): Promise<Uint8Array> {
  const assets = new Map(
    fonts.map(({ name, path: file, mediaType }): [string, Asset] => [`fonts/${name}`, { file, mediaType }]),
  );
  const shoot = async (browser: Browser): Promise<Uint8Array> => {
    const page = await openPage(browser, { html, assets });
    try {
      await page.setViewport({ ...PANEL, deviceScaleFactor: 1 });
      await page.evaluate("document.fonts.ready.then(() => true)");
      return await page.screenshot({ type: "png" });
    } catch (error) {
      throw asBrowserError(error);
    } finally {
      await page.close().catch(() => {});
    }
  };
  return browsers.use(shoot, seconds);
}
