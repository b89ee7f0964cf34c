import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { asBrowserError, openPage } from "../browser/page.js";
import type { ImageFile } from "../library/image-file.js";
import { embedLabelFont } from "../page/svg.js";
import type { Context } from "./format.js";
import { fitOnScreen } from "./pictures.js";

/** PNGs of SVG files, for readers of Word files and e-books that do not draw SVG. */
export interface Rasters {
  /** The path of a PNG of this file, at twice the size it has on a screen. Throws BrowserError. */
  pngOf(image: ImageFile): Promise<string>;
}

/** A browser starts when the first picture is missing from the cache. */
export function openRasters({
  cache,
  browsers,
  seconds,
  scratch,
  templates,
}: Pick<Context, "cache" | "browsers" | "seconds" | "scratch" | "templates">): Rasters {
  const made = new Map<string, Promise<string>>();
  const make = (image: ImageFile): Promise<string> =>
    cache.file(
      "rasters",
      { content: image.sha256, size: fitOnScreen(image), face: templates.tokens.fonts.label },
      async (path) => {
        const file = join(scratch, `${image.sha256}.svg`);
        await writeFile(file, embedLabelFont(await readFile(image.path, "utf8"), templates.tokens));
        await writeFile(path, await browsers.use((browser) => screenshot(browser, file, image), seconds));
      },
    );
  return {
    pngOf(image) {
      const path = made.get(image.sha256) ?? make(image);
      made.set(image.sha256, path);
      return path;
    },
  };
}

async function screenshot(browser: Browser, file: string, image: ImageFile): Promise<Uint8Array> {
  // An SVG may claim a size that is larger than a browser can draw.
  const { width, height } = fitOnScreen(image);
  const html = `<!doctype html><style>body{margin:0}img{display:block}</style><img src="picture.svg" width="${width}" height="${height}">`;
  const page = await openPage(browser, {
    html,
    assets: new Map([["picture.svg", { file, mediaType: "image/svg+xml" }]]),
  });
  try {
    await page.setViewport({ width, height, deviceScaleFactor: 2 });
    return await page.screenshot({ type: "png" });
  } catch (error) {
    throw asBrowserError(error);
  } finally {
    await page.close().catch(() => {});
  }
}
