import { readFile, stat } from "node:fs/promises";
import type { Browser, CDPSession, Page, Protocol } from "puppeteer-core";
import { isSystemError } from "../machine/system-error.js";
import { LateError } from "../threads/late-error.js";
import { findCause } from "./cause.js";
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

// Milliseconds. Loading takes seconds: what has not loaded by then never will.
const LONGEST_LOAD = 300_000;

/**
 * Opens a page whose every request is answered from `content` or refused.
 * @throws BrowserError when the browser dies or the page ends up elsewhere
 */
export async function openPage(browser: Browser, content: PageContent): Promise<Page> {
  try {
    const page = await browser.newPage();
    await load(page, content);
    return page;
  } catch (error) {
    throw asBrowserError(error);
  }
}

/**
 * Works with a page as `openPage` opens it, in the browser's first tab, when every font that it declares is there, and
 * leaves the page there: the next document uses the same process and the fonts that it has read, which saves half a
 * second of a core. When the work is done the page requests nothing more, and no request would be answered (see the
 * flags of the browser).
 * @throws BrowserError when the browser dies or the page ends up elsewhere
 */
export async function onFirstPage<Result>(
  browser: Browser,
  content: PageContent,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  try {
    const [first] = await browser.pages();
    const page = first ?? (await browser.newPage());
    const session = await load(page, content);
    await page.evaluate(loadFonts);
    const result = await work(page);
    if (await isLarge(content)) await clear(page, session);
    else await session.detach();
    return result;
  } catch (error) {
    throw asBrowserError(error);
  }
}

/**
 * Runs in the page. Chromium requests a font when a text needs it, and a fallback font only after the first one has
 * loaded and lacks a character. If printing begins before all are there, words all over the document are missing, in
 * other fonts too.
 */
async function loadFonts(): Promise<void> {
  await Promise.allSettled(Array.from(document.fonts, (face) => face.load()));
}

// Bytes of HTML; its layout takes two hundred times as much memory. To free that takes a sixth of a second.
const LARGE = 1_000_000;

async function isLarge({ html }: PageContent): Promise<boolean> {
  return (typeof html === "string" ? html.length : (await stat(html.file)).size) > LARGE;
}

/** Frees a document: otherwise its layout stays in memory until long after the next one is laid out. */
async function clear(page: Page, session: CDPSession): Promise<void> {
  await session.send("Fetch.disable");
  await page.goto("about:blank");
  await session.send("HeapProfiler.collectGarbage");
  await session.detach();
}

async function load(page: Page, content: PageContent): Promise<CDPSession> {
  page.setDefaultTimeout(0);
  await page.setJavaScriptEnabled(content.scripts ?? false);
  // Puppeteer's own interception is slow: it takes a second to encode every hundred megabytes of answers.
  const session = await page.createCDPSession();
  const unread: unknown[] = [];
  session.on("Fetch.requestPaused", (request) => {
    answer(session, request, content).catch((error) => unread.push(error));
  });
  await session.send("Fetch.enable");
  await page.goto(ORIGIN, { waitUntil: "load", timeout: LONGEST_LOAD });
  if (unread.length > 0) throw unread[0];
  if (page.url() !== ORIGIN) throw new BrowserError(`the page left its origin for ${page.url()}`);
  return session;
}

/**
 * Errors of the connection to the browser, in words for the user; errors of the system, such as a full disk, as they
 * are.
 */
export function asBrowserError(error: unknown): Error {
  if (error instanceof BrowserError || error instanceof LateError) return error;
  if (!(error instanceof Error)) return new BrowserError(`the browser stopped in the middle (${String(error)})`);
  if (isSystemError(error)) return error;
  // Chromium says nothing of it when it cannot write its own files.
  const cause = findCause();
  if (cause) return cause;
  const [reason] = error.message.split("\n");
  return new BrowserError(`the browser stopped in the middle (${reason}); run the build again`, { cause: error });
}

type PausedRequest = Protocol.Fetch.RequestPausedEvent;

/** Throws where a file cannot be read; its request is refused all the same, or the page would wait for it. */
async function answer(session: CDPSession, request: PausedRequest, content: PageContent): Promise<void> {
  const { requestId } = request;
  try {
    const found = await find(request, content);
    if (found) await session.send("Fetch.fulfillRequest", { requestId, responseCode: 200, ...found });
    else await session.send("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" });
  } catch (error) {
    // If the page was closed meanwhile there is no request left to refuse.
    await session.send("Fetch.failRequest", { requestId, errorReason: "Failed" }).catch(() => {});
    if (error instanceof Error && isSystemError(error)) throw error;
  }
}

// Files stay the same as long as the browser runs: the next document need not ask for them again.
const KEPT = { name: "Cache-Control", value: "max-age=86400" };

type Response = Pick<Protocol.Fetch.FulfillRequestRequest, "responseHeaders" | "body">;

/** What is answered: the page itself, one of its files, or nothing. */
async function find(
  { request: { url }, resourceType }: PausedRequest,
  content: PageContent,
): Promise<Response | undefined> {
  if (url === ORIGIN && resourceType === "Document") {
    const policy = content.scripts ? POLICY_WITH_SCRIPTS : POLICY;
    const html = typeof content.html === "string" ? Buffer.from(content.html) : await readFile(content.html.file);
    return respond(html, "text/html; charset=utf-8", { name: "Content-Security-Policy", value: policy });
  }
  const asset = url.startsWith(ORIGIN) ? content.assets.get(decodeURIComponent(url.slice(ORIGIN.length))) : undefined;
  return asset ? respond(await readFile(asset.file), asset.mediaType, KEPT) : undefined;
}

function respond(body: Buffer, mediaType: string, ...headers: Protocol.Fetch.HeaderEntry[]): Response {
  return { responseHeaders: [{ name: "Content-Type", value: mediaType }, ...headers], body: body.toString("base64") };
}
