import { writeFile } from "node:fs/promises";
import type { Browser, Page } from "puppeteer-core";
import type { Fleet } from "../browser/fleet.js";
import { type Asset, onFirstPage } from "../browser/page.js";

// CSS pixels; wider than any page of a book. Media queries see the page's width when it is printed.
export const WINDOW_WIDTH = 4000;

/** What a document is printed with. */
export interface Printing {
  /** Files that it may load, by path. */
  assets: ReadonlyMap<string, Asset>;
  context: { browsers: Fleet };
}

interface PrintFiles {
  html: string;
  pdf: string;
  tagged: boolean;
  /** Works on the page when it is laid out, before it is printed. */
  arrange?(page: Page): Promise<void>;
}

/**
 * Prints an HTML file to a PDF file, when a browser is free. There is one browser to a core: tabs of one browser would
 * be slower, since they share a process.
 * @param seconds that it may take
 * @throws BrowserError when the browser stops in the middle; LateError
 */
export function print({ assets, context }: Printing, files: PrintFiles, seconds?: number): Promise<void> {
  return context.browsers.use((browser) => printWith(browser, assets, files), seconds);
}

async function printWith(
  browser: Browser,
  assets: Printing["assets"],
  { html, pdf, tagged, arrange }: PrintFiles,
): Promise<void> {
  await onFirstPage(browser, { html: { file: html }, assets }, async (page) => {
    await arrange?.(page);
    await page.setViewport({ width: WINDOW_WIDTH, height: 1 });
    await writeFile(pdf, await page.pdf({ preferCSSPageSize: true, tagged, outline: false, timeout: 0 }));
  });
}
