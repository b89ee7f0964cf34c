import type { Library } from "../../library/pattern.js";
import type { Context } from "../format.js";
import { coverAlternative, drawCover } from "./cover/cover.js";
import { openEdition } from "./edition.js";
import { COVER_IMAGE } from "./files.js";
import { collectMetadata } from "./metadata/metadata.js";
import { outline, type PartEntry } from "./outline.js";
import { packageEpub } from "./package/container.js";
import { embeddedFonts, fontResources } from "./package/fonts.js";
import { letter } from "./package/lettering.js";
import { navigate } from "./package/navigation.js";
import { ncxDocument, packageDocument } from "./package/package-document.js";
import { openShelf, type Resource, type Shelf } from "./package/shelf.js";
import { type Page, renderPage } from "./pages/document.js";
import { contentsPage, coverPage, imprintPage, titlePage } from "./pages/front-pages.js";
import { indexPages } from "./pages/index-pages.js";
import { composePatterns } from "./pages/pattern-pages.js";
import { styleSheet } from "./style.js";

/** The whole library as the bytes of an EPUB. */
export async function publish(library: Library, context: Context): Promise<Uint8Array> {
  const { config, templates, locale, date } = context;
  const metadata = collectMetadata(library, context);
  const parts = outline(library, locale);
  const navigation = navigate(parts, locale);
  const shelf = openShelf();

  const before = [
    coverPage(coverAlternative(context), context),
    titlePage(metadata, context),
    imprintPage(metadata, library, context),
  ];
  const [cover, body] = await Promise.all([
    drawCover(metadata.book, library, context),
    bodyPages(library, parts, shelf, context),
  ]);
  const after = [...body, ...indexPages(library, context)];
  const resources = await collectResources(cover, shelf, context);
  return packageEpub({
    title: config.book.title,
    pages: [...before, ...after],
    contents: contentsPage(navigation, context),
    packageDocument: packageDocument({ before, after, resources }, metadata, context),
    ncx: ncxDocument(navigation, metadata, context),
    style: styleSheet(templates),
    resources,
    date,
  });
}

/** The parts, each before its patterns. */
async function bodyPages(
  library: Library,
  parts: readonly PartEntry[],
  shelf: Shelf,
  context: Context,
): Promise<Page[]> {
  const openers = new Map(parts.map((part) => [part.chapters[0]?.entries[0]?.href, part]));
  const pages: Page[] = [];
  for await (const page of composePatterns(library, openEdition(library, shelf), context)) {
    const part = openers.get(page.file);
    if (part) pages.push(partPage(part, context));
    pages.push(page);
  }
  return pages;
}

function partPage(part: PartEntry, context: Context): Page {
  return renderPage({ file: part.file, title: part.name, matter: "bodymatter" }, "part", { part }, context);
}

/** @param cover path of the cover's picture */
async function collectResources(cover: string, shelf: Shelf, context: Context): Promise<Resource[]> {
  return [
    { href: COVER_IMAGE, mediaType: "image/png", file: cover, properties: "cover-image" },
    ...(await Promise.all(shelf.list().map((picture) => letter(picture, context)))),
    ...fontResources(embeddedFonts(context.templates.tokens)),
  ];
}
