import { writeFile } from "node:fs/promises";
import type { Browser } from "puppeteer";
import { asBrowserError, openPage } from "../../browser/page.js";
import type { Press } from "./press.js";

// CSS pixels; wider than any page of a book. Media queries see the page's width when it is printed.
export const WINDOW_WIDTH = 4000;

/**
 * Prints an HTML file to a PDF file.
 * @throws BrowserError when the browser stops in the middle
 */
export async function print(
  { assets }: Press,
  browser: Browser,
  { html, pdf, tagged }: { html: string; pdf: string; tagged: boolean },
): Promise<void> {
  const page = await openPage(browser, { html: { file: html }, assets });
  try {
    await page.setViewport({ width: WINDOW_WIDTH, height: 1 });
    await writeFile(pdf, await page.pdf({ preferCSSPageSize: true, tagged, outline: false, timeout: 0 }));
  } catch (error) {
    throw asBrowserError(error);
  } finally {
    await page.close().catch(() => {});
  }
}
