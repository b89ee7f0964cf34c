import type { Library } from "../../../library/library.js";
import { word } from "../../../page/locale.js";
import { chooseExample, describeLists, viewGuide } from "../../../page/matter/guide.js";
import type { Context } from "../about.js";
import { CONTENTS, COVER_IMAGE, COVER_PAGE, DEDICATION, GUIDE, IMPRINT, NAVIGATION, TITLE_PAGE } from "../files.js";
import type { BookMetadata } from "../metadata/metadata.js";
import { toEntry } from "../outline.js";
import type { Draft, Navigation } from "../package/navigation.js";
import { type Desk, type Page, renderPages, renderXhtml } from "./document.js";

/** @param alternative what the cover shows, in words */
export function coverPage(alternative: string, context: Context): Page[] {
  const title = word(context.locale, "cover");
  const head = { file: COVER_PAGE, title, matter: "frontmatter", landmark: "cover" } as const;
  return renderPages(head, "cover", { image: COVER_IMAGE, alternative }, context);
}

/** What stands between the cover and the contents: title page, imprint, dedication. */
export function openingPages(metadata: BookMetadata, context: Context): Page[] {
  const { locale, config } = context;
  const { dedication } = config.book;
  const { sections } = context.locations;
  const page = (file: string, name: string, key: string, landmark: string): Page[] =>
    renderPages(
      {
        file,
        title: word(locale, key),
        matter: "frontmatter",
        landmark,
        printed: sections.get(name === "title" ? "title-page" : name),
      },
      name,
      { ...metadata, dedication, volume: { number: 1, count: 1 } },
      context,
    );
  return [
    ...page(TITLE_PAGE, "title", "title_page", "titlepage"),
    ...page(IMPRINT, "imprint", "imprint", "copyright-page"),
    ...(dedication ? page(DEDICATION, "dedication", "dedication", "dedication") : []),
  ];
}

/** How to read the book: its numbers, order, bands, dots and stars. */
export function guidePage(library: Library, figures: boolean, context: Context): Page[] {
  const title = word(context.locale, "matter.titles.guide");
  const head = { file: GUIDE, title, matter: "frontmatter", landmark: "introduction" } as const;
  const printed = context.locations.sections.get("guide");
  const example = chooseExample(library);
  const view = {
    ...viewGuide(library, context.locale),
    again: describeLists(library, context.locale),
    example: example ? toEntry(example, context.locale) : null,
    figures,
  };
  return renderPages({ ...head, printed }, "guide", view, context);
}

/** The contents as the reader pages through them. */
export function contentsPage(points: readonly Draft[], context: Context): Page[] {
  const title = word(context.locale, "contents");
  const head = { file: CONTENTS, title, matter: "frontmatter", landmark: "toc" } as const;
  const printed = context.locations.sections.get("contents");
  return renderPages({ ...head, printed }, "contents", { points }, context);
}

/**
 * The navigation document (EPUB 3.3, 7): contents, landmarks and the pages of the printed book. It is not among the pages,
 * and lists all there is, however many that are: a pattern or a page that is not in it cannot be gone to.
 */
export function navigationPage(navigation: Navigation, context: Desk): string {
  const head = { file: NAVIGATION, title: word(context.locale, "contents"), matter: "frontmatter" } as const;
  return renderXhtml(head, "navigation", navigation, context);
}
