import { readFile } from "node:fs/promises";
import type { Browser, HTTPRequest, Page } from "puppeteer";
import { isSystemError } from "../system-error.js";
import { BrowserError } from "./launch.js";

/** A file that a page may load. */
export interface Asset {
  /** Absolute path of the file. */
  file: string;
  mediaType: string;
}

/** What a page is made of; nothing else reaches it. */
export interface PageContent {
  html: string | { file: string };
  /** By path below the origin: `fonts/name.woff2`. */
  assets: ReadonlyMap<string, Asset>;
  /** Whether the page's own scripts run. Never for what comes from a library. */
  scripts?: boolean;
}

/** The virtual origin: RFC 2606 keeps `.invalid` out of the DNS, so a leak reaches nobody. */
const ORIGIN = "https://book.invalid/";

const POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self'";
const POLICY_WITH_SCRIPTS = `${POLICY} data:; script-src 'self' 'unsafe-inline' 'unsafe-eval'`;

// Milliseconds. Loading takes seconds: what has not come by then never will, and nobody should wait for it for ever.
const LONGEST_LOAD = 300_000;

/**
 * Opens a page whose every request is answered from `content` or refused.
 * @throws BrowserError when the browser dies or the page ends up elsewhere
 */
export async function openPage(browser: Browser, content: PageContent): Promise<Page> {
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.setJavaScriptEnabled(content.scripts ?? false);
    await page.setRequestInterception(true);
    const unread: unknown[] = [];
    page.on("request", (request) => {
      answer(request, content).catch((error) => unread.push(error));
    });
    await page.goto(ORIGIN, { waitUntil: "load", timeout: LONGEST_LOAD });
    if (unread.length > 0) throw unread[0];
    if (page.url() !== ORIGIN) throw new BrowserError(`the page left its origin for ${page.url()}`);
    return page;
  } catch (error) {
    throw asBrowserError(error);
  }
}

/** Errors of the connection to the browser, in words for the user; those of the system, a full disk say, as they are. */
export function asBrowserError(error: unknown): Error {
  if (error instanceof BrowserError) return error;
  if (!(error instanceof Error)) return new BrowserError(`the browser stopped in the middle (${String(error)})`);
  if (isSystemError(error)) return error;
  const [reason] = error.message.split("\n");
  return new BrowserError(`the browser stopped in the middle (${reason}); run the build again`);
}

/** Throws where a file cannot be read; its request is refused all the same, or the page would wait for it. */
async function answer(request: HTTPRequest, content: PageContent): Promise<void> {
  const url = request.url();
  try {
    if (url === ORIGIN && request.isNavigationRequest()) {
      const policy = content.scripts ? POLICY_WITH_SCRIPTS : POLICY;
      const body = typeof content.html === "string" ? content.html : await readFile(content.html.file);
      await request.respond({
        contentType: "text/html; charset=utf-8",
        headers: { "Content-Security-Policy": policy },
        body,
      });
      return;
    }
    const asset = url.startsWith(ORIGIN) ? content.assets.get(decodeURIComponent(url.slice(ORIGIN.length))) : undefined;
    if (asset) await request.respond({ contentType: asset.mediaType, body: await readFile(asset.file) });
    else await request.abort("blockedbyclient");
  } catch (error) {
    // Where the page was closed meanwhile there is nobody left to refuse.
    await request.abort("failed").catch(() => {});
    if (error instanceof Error && isSystemError(error)) throw error;
  }
}
