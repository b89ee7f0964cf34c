import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import type { Element } from "xast";
import { attribute, findAll } from "./docx-parts.js";
import { type EpubParts, openEpub } from "./epub.js";
import { openReader, READERS } from "./reader.js";

/** A picture as an engine shows it. */
export interface ShownPicture {
  /** The file that it stands in, relative to the package document. */
  file: string;
  alt: string;
  /** Pixels that the engine has decoded: 0 where it shows nothing. */
  pixels: number;
  /** Pixels of the screen that it takes. */
  width: number;
  height: number;
}

/** Engines of reading systems that somebody else wrote: every one shows all pages that have a picture. */
export type Engine = (browser: Browser, epub: string) => Promise<ShownPicture[]>;

/** epub.js: many readers on the web. */
const epubJs: Engine = async (browser, epub) => {
  const { page, follow } = await openReader(browser, epub);
  const shown: ShownPicture[] = [];
  for (const file of await listPictured(epub)) {
    await follow(file);
    shown.push(...(await page.evaluate(readFrames, file)));
  }
  await page.close();
  return shown;
};

/** foliate-js: Foliate, Readest. */
const foliate: Engine = async (browser, epub) => {
  const page = await openSite(browser, epub);
  await page.addScriptTag({
    type: "module",
    content: `
      import "/modules/foliate-js/view.js";
      const view = document.createElement("foliate-view");
      document.body.append(view);
      await view.open(new File([await (await fetch("/book.epub")).blob()], "book.epub"));
      globalThis.show = async (file) => {
        await view.goTo(view.book.sections.findIndex(({ id }) => id.endsWith("/" + file)));
        return view.renderer.getContents().map(({ doc }) => doc);
      };
      globalThis.opened = true;`,
  });
  return showAll(page, epub);
};

/** Readium's navigator for the web: Thorium's on the web, and the apps of many libraries. */
const readium: Engine = async (browser, epub) => {
  const page = await openSite(browser, epub);
  await page.addScriptTag({
    type: "module",
    content: `
      import { EpubNavigator } from "/modules/@readium/navigator/dist/index.js";
      import { HttpFetcher, Locator, Manifest, Publication } from "/modules/@readium/shared/dist/index.js";
      const manifest = Manifest.deserialize(await (await fetch("/book/manifest.json")).json());
      manifest.setSelfLink(location.origin + "/book/manifest.json");
      const fetcher = new HttpFetcher(undefined, location.origin + "/book/");
      const publication = new Publication({ manifest, fetcher });
      const places = publication.readingOrder.items.map(({ href, type }, at, { length }) =>
        Locator.deserialize({ href, type, locations: { position: at + 1, progression: 0, totalProgression: at / length } }));
      const screen = document.createElement("main");
      screen.style.cssText = "position: absolute; inset: 0";
      document.body.append(screen);
      const listeners = { frameLoaded() {}, positionChanged() {}, tap: () => true, click: () => true, zoom() {},
        miscPointer() {}, scroll() {}, customEvent() {}, handleLocator: () => true, textSelected() {} };
      const navigator = new EpubNavigator(screen, publication, listeners, places, places[0]);
      await navigator.load();
      globalThis.show = async (file) => {
        await new Promise((done) => navigator.go(places.find(({ href }) => href === file), false, done));
        return [...screen.querySelectorAll("iframe")].filter(({ style }) => style.visibility !== "hidden")
          .map(({ contentDocument }) => contentDocument);
      };
      globalThis.opened = true;`,
  });
  return showAll(page, epub);
};

export const ENGINES: readonly [name: string, engine: Engine][] = [
  ["epub.js", epubJs],
  ["foliate-js", foliate],
  ["Readium", readium],
];

/** The pages of a book that have a picture. */
async function listPictured(epub: string): Promise<string[]> {
  const parts = await openEpub(epub);
  return listSpine(parts).filter((file) => parts.text(file).includes("<img "));
}

/** The files of the reading order. */
function listSpine(parts: EpubParts): string[] {
  const book = parts.xml("content.opf");
  const files = new Map(findAll(book, "item").map((item) => [attribute(item, "id"), attribute(item, "href")]));
  return findAll(book, "itemref").flatMap((item) => files.get(attribute(item, "idref")) ?? []);
}

// Readium asks for nothing that is not encrypted.
const SITE = "https://readers.example";
const SCREEN = { width: 600, height: 800 };
const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript",
  json: "application/json",
  xhtml: "application/xhtml+xml",
  css: "text/css",
  svg: "image/svg+xml",
  epub: "application/epub+zip",
};

/** An empty page of a site that has the engines, the book and the files of the book, and nothing else. */
async function openSite(browser: Browser, epub: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(SCREEN);
  const parts = await openEpub(epub);
  const read = async (path: string): Promise<Uint8Array | string> => {
    if (path === "/")
      return "<!doctype html><title>Readers</title><style>html, body { height: 100%; margin: 0 }</style>";
    if (path === "/book.epub") return readFile(epub);
    if (path === "/book/manifest.json") return JSON.stringify(describe(parts));
    if (path.startsWith("/modules/")) return readFile(join(READERS, "node_modules", path.slice("/modules/".length)));
    return parts.bytes(path.replace(/^\/book\//, ""));
  };
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const { origin, pathname } = new URL(request.url());
    if (!/^https?:/.test(request.url())) return void request.continue();
    if (origin !== SITE) return void request.abort();
    const contentType = TYPES[pathname.split(".").at(-1) ?? ""] ?? "text/html";
    read(decodeURIComponent(pathname)).then(
      (body) => request.respond({ contentType, body: typeof body === "string" ? body : Buffer.from(body) }),
      () => request.respond({ status: 404 }),
    );
  });
  await page.goto(`${SITE}/`);
  return page;
}

/** The book as Readium's streamer describes it to the navigator (Readium Web Publication Manifest). */
function describe(parts: EpubParts): object {
  const book = parts.xml("content.opf");
  const text = (name: string): string => {
    const [first] = findAll(book, name).flatMap(({ children }: Element) => children);
    return first?.type === "text" ? first.value : "";
  };
  return {
    "@context": "https://readium.org/webpub-manifest/context.jsonld",
    metadata: {
      title: text("dc:title"),
      language: text("dc:language"),
      conformsTo: "https://readium.org/webpub-manifest/profiles/epub",
    },
    links: [],
    readingOrder: listSpine(parts).map((href) => ({ href, type: TYPES.xhtml })),
  };
}

async function showAll(page: Page, epub: string): Promise<ShownPicture[]> {
  await page.waitForFunction("globalThis.opened");
  const shown: ShownPicture[] = [];
  for (const file of await listPictured(epub)) shown.push(...(await page.evaluate(showFile, file)));
  await page.close();
  return shown;
}

interface Shower {
  show(file: string): Promise<Document[]>;
}

/** Runs in the page, as the next does. */
async function showFile(file: string): Promise<ShownPicture[]> {
  const documents = await (globalThis as unknown as Shower).show(file); // the script of an engine defines it
  const images = documents.flatMap((document) => [...document.images]);
  await Promise.all(images.map((image) => image.decode().catch(() => {})));
  return images.map((image) => {
    const { width, height } = image.getBoundingClientRect();
    return { file, alt: image.alt, pixels: image.naturalWidth, width, height };
  });
}

function readFrames(file: string): ShownPicture[] {
  const documents = [...document.querySelectorAll("iframe")].flatMap((frame) => frame.contentDocument ?? []);
  return documents.flatMap((shown) =>
    [...shown.images].map((image) => {
      const { width, height } = image.getBoundingClientRect();
      return { file, alt: image.alt, pixels: image.naturalWidth, width, height };
    }),
  );
}
