import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { ROOT } from "./editions.js";

/** Where `make conformance-tools` puts readers of EPUB that are no packages of the project. */
export const READERS = join(ROOT, ".cache/readers");

/** What epub.js read of a book. */
export interface Shown {
  /** Entries of the contents, those inside others too. */
  contents: number;
  landmarks: string[];
  pages: number;
  /** Files in reading order, relative to the package document. */
  spine: string[];
}

/** epub.js in Chromium with a book open in it. */
export interface Reader {
  shown(): Promise<Shown>;
  /** Every link from a file of the spine to another place in the book: `1.xhtml#b`. */
  links(): Promise<string[]>;
  /** Goes to a place; returns the file that is then on screen, and whether the place in it is. */
  follow(href: string): Promise<{ file: string; inSight: boolean }>;
  /** Files that a phrase is found in. */
  search(phrase: string): Promise<string[]>;
  page: Page;
}

/** What epub.js has, as far as it is used here. */
interface Book {
  ready: Promise<unknown>;
  navigation: { toc: Entry[]; landmarks: { type: string }[] };
  pageList: { pages: unknown[] };
  spine: { each(visit: (item: Item) => void): void };
  load(path: string): Promise<unknown>;
  renderTo(id: string, options: object): Rendition;
}
interface Entry {
  subitems: Entry[];
}
interface Item {
  href: string;
  load(request: unknown): Promise<ParentNode>;
  find(phrase: string): unknown[];
  unload(): void;
}
interface Rendition {
  display(href: string): Promise<unknown>;
  getContents(): { document: Document }[];
  currentLocation(): { start: { href: string }; end: { href: string } };
}
interface Opened {
  ePub(path: string, options: object): Book;
  book: Book;
  rendition: Rendition;
}

// A small e-reader's screen.
const SCREEN = { width: 600, height: 800 };

/** Opens a book in epub.js; the page reaches nothing on the web. */
export async function openReader(browser: Browser, epub: string): Promise<Reader> {
  const page = await browser.newPage();
  await page.setViewport(SCREEN);
  await page.setOfflineMode(true);
  await page.setContent(await pageOf());
  const book = (await readFile(epub)).toString("base64");
  await page.evaluate(openBook, book, SCREEN);
  return {
    page,
    shown: () => page.evaluate(readShown),
    links: () => page.evaluate(listLinks),
    follow: (href) => page.evaluate(followLink, href, SCREEN.width),
    search: (phrase) => page.evaluate(searchBook, phrase),
  };
}

async function pageOf(): Promise<string> {
  const scripts = await Promise.all(
    ["jszip/dist/jszip.min.js", "epubjs/dist/epub.min.js"].map((name) =>
      readFile(join(READERS, "node_modules", name), "utf8"),
    ),
  );
  const inline = scripts.map((script) => `<script>${script.replaceAll("</script", "<\\/script")}</script>`).join("");
  return `<!doctype html><meta charset="utf-8"><style>body{margin:0}</style><div id="screen"></div>${inline}`;
}

/** Runs in the page, as all below do. */
async function openBook(base64: string, { width, height }: typeof SCREEN): Promise<void> {
  const opened = globalThis as unknown as Opened; // a script defines ePub
  opened.book = opened.ePub(base64, { encoding: "base64", replacements: "blobUrl" });
  await opened.book.ready;
  opened.rendition = opened.book.renderTo("screen", { width, height, flow: "paginated", spread: "none" });
}

function readShown(): Shown {
  const { book } = globalThis as unknown as Opened; // openBook has set it
  const count = (entries: Entry[]): number => entries.reduce((sum, { subitems }) => sum + 1 + count(subitems), 0);
  const spine: string[] = [];
  book.spine.each(({ href }) => spine.push(href));
  return {
    contents: count(book.navigation.toc),
    landmarks: book.navigation.landmarks.map(({ type }) => type),
    pages: book.pageList.pages.length,
    spine,
  };
}

async function listLinks(): Promise<string[]> {
  const { book } = globalThis as unknown as Opened; // openBook has set it
  const items: Item[] = [];
  book.spine.each((item) => items.push(item));
  const found = new Set<string>();
  for (const item of items) {
    const content = await item.load(book.load.bind(book));
    for (const link of Array.from(content.querySelectorAll("a[href]"))) {
      const href = link.getAttribute("href") ?? "";
      if (!/^[a-z]+:/i.test(href)) found.add(href.startsWith("#") ? item.href + href : href);
    }
    item.unload();
  }
  return [...found];
}

async function followLink(href: string, width: number): Promise<{ file: string; inSight: boolean }> {
  const { rendition } = globalThis as unknown as Opened; // openBook has set it
  await rendition.display(href);
  // What comes late, a face or a picture, moves what stands after it: epub.js lands again where all is there.
  const shown = rendition.getContents()[0]?.document;
  await shown?.fonts.ready;
  await Promise.all(Array.from(shown?.images ?? []).map((image) => image.decode().catch(() => {})));
  await rendition.display(href);
  await new Promise((settled) => setTimeout(settled, 100));
  const { start } = rendition.currentLocation();
  const [, id] = href.split("#");
  if (id === undefined) return { file: start.href, inSight: true };
  const target = rendition.getContents()[0]?.document.getElementById(decodeURIComponent(id));
  const frame = document.querySelector("iframe");
  if (!target || !frame) return { file: start.href, inSight: false };
  // The chapter lies in columns side by side, and the screen shows one of them.
  const left = frame.getBoundingClientRect().left + target.getBoundingClientRect().left;
  return { file: start.href, inSight: left > -1 && left < width };
}

async function searchBook(phrase: string): Promise<string[]> {
  const { book } = globalThis as unknown as Opened; // openBook has set it
  const items: Item[] = [];
  book.spine.each((item) => items.push(item));
  const files: string[] = [];
  for (const item of items) {
    await item.load(book.load.bind(book));
    if (item.find(phrase).length > 0) files.push(item.href);
    item.unload();
  }
  return files;
}
