import type { Library } from "../../library/pattern.js";
import type { Context } from "../format.js";
import { coverAlternative, drawCover } from "./cover.js";
import { type Page, renderPage } from "./document.js";
import { COVER_IMAGE } from "./files.js";
import { embeddedFonts, fontResources } from "./fonts.js";
import { contentsPage, coverPage, imprintPage, titlePage } from "./front-pages.js";
import { indexPages } from "./index-pages.js";
import { type BookMetadata, collectMetadata } from "./metadata.js";
import { navigate } from "./navigation.js";
import { outline, type PartEntry } from "./outline.js";
import { packageEpub } from "./package.js";
import { ncxDocument, packageDocument } from "./package-document.js";
import { openEdition, patternPage } from "./pattern-page.js";
import { openShelf, type Resource, type Shelf } from "./shelf.js";
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
  const body = await bodyPages(library, parts, shelf, context);
  const after = [...body, ...indexPages(library, context)];
  const resources = await collectResources(metadata, library, parts, shelf, context);
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

/** The parts and their patterns. Of a pattern only the text of its page is kept, not its tree. */
async function bodyPages(
  library: Library,
  parts: readonly PartEntry[],
  shelf: Shelf,
  context: Context,
): Promise<Page[]> {
  const edition = openEdition(library, shelf);
  const pages: Page[] = [];
  for (const part of parts) {
    pages.push(renderPage({ file: part.file, title: part.name, matter: "bodymatter" }, "part", { part }, context));
    for (const { pattern } of part.chapters.flatMap(({ entries }) => entries)) {
      pages.push(await patternPage(library, pattern, edition, context));
    }
  }
  return pages;
}

async function collectResources(
  { book }: BookMetadata,
  library: Library,
  parts: readonly PartEntry[],
  shelf: Shelf,
  context: Context,
): Promise<Resource[]> {
  const cover = await drawCover(book, library, parts, context);
  return [
    { href: COVER_IMAGE, mediaType: "image/png", file: cover, properties: "cover-image" },
    ...shelf.list(),
    ...fontResources(embeddedFonts(context.templates.tokens)),
  ];
}
