import { openRasters } from "../rasters.js";
import type { Context } from "./about.js";
import { addressPackage } from "./addresses.js";
import { coverAlternative, drawCover } from "./cover/cover.js";
import { COVER_IMAGE } from "./files.js";
import type { Issue } from "./issues.js";
import { collectMetadata, viewBook } from "./metadata/metadata.js";
import { outline } from "./outline.js";
import { packageEpub } from "./package/container.js";
import { embedFonts, fontResources } from "./package/fonts.js";
import { draftContents, navigate } from "./package/navigation.js";
import { ncxDocument, packageDocument } from "./package/package-document.js";
import { packPicture } from "./package/pictures.js";
import { openShelf, type Resource, type Shelf } from "./package/resources.js";
import { backPages } from "./pages/back-pages.js";
import type { ListedPage, Page } from "./pages/document.js";
import { contentsPage, coverPage, guidePage, navigationPage, openingPages } from "./pages/front-pages.js";
import type { PackedPages } from "./pages/packed-pages.js";
import { openerPages } from "./pages/part-pages.js";
import { composePatterns } from "./pages/pattern-pages.js";
import { composeTextPages } from "./pages/text-pages.js";
import { styleSheet } from "./style.js";

/** Writes an e-book to `path`. */
export async function publish(path: string, issue: Issue): Promise<void> {
  const { library, context } = issue;
  const { config, templates, locale, date } = context;
  const parts = outline(library, locale);
  const shelf = openShelf();
  const addresses = addressPackage(issue, shelf);

  const [cover, patterns] = await Promise.all([
    drawCover(viewBook(context), library, context),
    composePatterns(library, addresses, context),
  ]);
  const metadata = collectMetadata(
    issue,
    new Set(patterns.flatMap(({ pages }) => pages.flatMap((page) => page.properties))),
  );
  const texts = await composeTextPages(library, addresses, context);
  const openers = await openerPages(parts, texts, context);
  const front = [...coverPage(coverAlternative(context), context), ...openingPages(metadata, context)];
  const guide = [...texts.front, ...guidePage(library, addresses.figures !== undefined, context)];
  const back = [...texts.back, ...backPages(library, metadata, context)];
  const drafts = draftContents([...front, ...guide], parts, back);
  const contents = contentsPage(drafts, context);
  const spine = [...front, ...contents, ...guide, ...inOrder(patterns, openers), ...back];
  const navigation = navigate(drafts, parts, spine, locale);
  const fonts = await embedFonts(spine, context);
  const resources = [...(await collectResources(cover, shelf, context)), ...fontResources(fonts)];
  await packageEpub(path, {
    title: config.book.title,
    pages: [...front, ...contents, ...guide, ...[...openers.values()].flat(), ...back],
    patterns,
    navigation: navigationPage(navigation, context),
    packageDocument: packageDocument({ spine, resources, navigation }, metadata, context),
    ncx: ncxDocument(navigation, metadata, context),
    style: styleSheet(templates, fonts),
    resources,
    date,
  });
}

/** The pages of the patterns, with those of parts and chapters before the first of each. */
function inOrder(patterns: readonly PackedPages[], openers: ReadonlyMap<string, Page[]>): ListedPage[] {
  return patterns.flatMap(({ pages }) => pages.flatMap((page) => [...(openers.get(page.file) ?? []), page]));
}

/** @param cover path of the cover's picture */
async function collectResources(cover: string, shelf: Shelf, context: Context): Promise<Resource[]> {
  const rasters = openRasters(context);
  return [
    { href: COVER_IMAGE, mediaType: "image/png", file: cover, properties: "cover-image" },
    ...(await Promise.all(shelf.list().map((picture) => packPicture(picture, rasters, context)))),
  ];
}
