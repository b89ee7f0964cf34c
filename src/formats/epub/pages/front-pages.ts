import { listExclusions } from "../../../library/exclusions.js";
import type { Library } from "../../../library/pattern.js";
import { word } from "../../../page/locale.js";
import type { Context } from "../../format.js";
import { CONTENTS, COVER_IMAGE, COVER_PAGE, IMPRINT, TITLE_PAGE } from "../files.js";
import type { BookMetadata } from "../metadata/metadata.js";
import type { Navigation } from "../package/navigation.js";
import { type Page, renderPage } from "./document.js";

/** @param alternative what the cover shows, in words */
export function coverPage(alternative: string, context: Context): Page {
  const head = { file: COVER_PAGE, title: word(context.locale, "cover"), matter: "frontmatter" } as const;
  return renderPage(head, "cover", { image: COVER_IMAGE, alternative }, context);
}

export function titlePage({ book }: BookMetadata, context: Context): Page {
  const head = { file: TITLE_PAGE, title: book.title, matter: "frontmatter" } as const;
  return renderPage(head, "title", { book }, context);
}

/** Edition, licence, people, and what of the library is not in this edition and why. */
export function imprintPage(metadata: BookMetadata, library: Library, context: Context): Page {
  const head = { file: IMPRINT, title: word(context.locale, "imprint"), matter: "frontmatter" } as const;
  return renderPage(head, "imprint", { ...metadata, exclusions: listExclusions(library) }, context);
}

/** The navigation document (EPUB 3.3, 7): the contents as the reader sees them, and the landmarks. */
export function contentsPage(navigation: Navigation, context: Context): Page {
  const head = { file: CONTENTS, title: word(context.locale, "contents"), matter: "frontmatter" } as const;
  return renderPage(head, "contents", navigation, context);
}
