import { writeFile } from "node:fs/promises";
import type { Browser } from "puppeteer";
import { asBrowserError, openPage } from "../../browser/page.js";
import type { Press } from "./press.js";

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
    await writeFile(pdf, await page.pdf({ preferCSSPageSize: true, tagged, outline: false, timeout: 0 }));
  } catch (error) {
    throw asBrowserError(error);
  } finally {
    await page.close().catch(() => {});
  }
}
