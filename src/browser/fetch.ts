import { homedir } from "node:os";
import { join } from "node:path";
import { BrowserError } from "./launch.js";
import { BUILD } from "./places.js";

/** The folder that puppeteer keeps browsers in, by its own rule: what it fetched is found here, and the other way round. */
function cacheFolder({ PUPPETEER_CACHE_DIR }: NodeJS.ProcessEnv): string {
  return PUPPETEER_CACHE_DIR ?? join(homedir(), ".cache/puppeteer");
}

/**
 * Fetches Chrome's headless shell, of the build that this program was tried with, from Chrome for Testing or from the mirror
 * that PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL names, into puppeteer's folder.
 * @param progress hears of hundredths, now and then
 * @returns its path
 * @throws BrowserError where there is none for this system, or it does not come
 */
export async function fetchBrowser(
  environment: NodeJS.ProcessEnv,
  progress: (percent: number) => void,
): Promise<string> {
  const { Browser, BrowserPlatform, detectBrowserPlatform, install } = await import("@puppeteer/browsers");
  const platform = detectBrowserPlatform();
  if (platform === undefined || platform === BrowserPlatform.LINUX_ARM) {
    throw new BrowserError(
      "Chrome for Testing is not made for this system; install Chromium as your system does it " +
        "(Debian: apt-get install chromium-headless-shell)",
    );
  }
  const baseUrl = environment.PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL;
  try {
    const { executablePath } = await install({
      browser: Browser.CHROMEHEADLESSSHELL,
      buildId: BUILD,
      platform,
      cacheDir: cacheFolder(environment),
      ...(baseUrl ? { baseUrl } : {}),
      downloadProgressCallback: (bytes, total) => progress(total > 0 ? Math.floor((bytes / total) * 100) : 0),
    });
    return executablePath;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new BrowserError(
      `the browser could not be fetched: ${reason}; look at the network (a proxy is what HTTPS_PROXY names), or install ` +
        "Chrome, Chromium or Edge as your system does it",
    );
  }
}
