import type { Library } from "../../library/pattern.js";
import type { Edition } from "../../page/view.js";
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
import { backPages } from "./pages/back-pages.js";
import type { Page } from "./pages/document.js";
import { contentsPage, coverPage, guidePage, openingPages } from "./pages/front-pages.js";
import { openerPages } from "./pages/part-pages.js";
import { composePatterns } from "./pages/pattern-pages.js";
import { styleSheet } from "./style.js";

/** The whole library as the bytes of an EPUB. */
export async function publish(library: Library, context: Context): Promise<Uint8Array> {
  const { config, templates, locale, date } = context;
  const metadata = collectMetadata(library, context);
  const parts = outline(library, locale);
  const shelf = openShelf();
  const edition = openEdition(library, shelf);

  const [cover, body] = await Promise.all([
    drawCover(metadata.book, library, context),
    bodyPages(library, edition, parts, context),
  ]);
  const front = [coverPage(coverAlternative(context), context), ...openingPages(metadata, context)];
  const guide = guidePage(library, edition.figures !== undefined, context);
  const back = backPages(library, metadata, context);
  const navigation = navigate({ front, guide, parts, back }, locale);
  const after = [guide, ...body, ...back];
  const resources = await collectResources(cover, shelf, context);
  return packageEpub({
    title: config.book.title,
    pages: [...front, ...after],
    contents: contentsPage(navigation, context),
    packageDocument: packageDocument({ before: front, after, resources, navigation }, metadata, context),
    ncx: ncxDocument(navigation, metadata, context),
    style: styleSheet(templates),
    resources,
    date,
  });
}

/** The patterns, with the pages of parts and chapters before the first of each. */
async function bodyPages(
  library: Library,
  edition: Edition,
  parts: readonly PartEntry[],
  context: Context,
): Promise<Page[]> {
  const openers = openerPages(parts, context);
  const pages: Page[] = [];
  for await (const page of composePatterns(library, edition, context)) {
    pages.push(...(openers.get(page.file) ?? []), page);
  }
  return pages;
}

/** @param cover path of the cover's picture */
async function collectResources(cover: string, shelf: Shelf, context: Context): Promise<Resource[]> {
  return [
    { href: COVER_IMAGE, mediaType: "image/png", file: cover, properties: "cover-image" },
    ...(await Promise.all(shelf.list().map((picture) => letter(picture, context)))),
    ...fontResources(embeddedFonts(context.templates.tokens)),
  ];
}
