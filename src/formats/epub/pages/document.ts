import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import type { Locale } from "../../../page/locale.js";
import type { Templates } from "../../../page/templates.js";
import { serialize, toCharacters } from "../xhtml/serialize.js";

/** A content document of the package. */
export interface Page {
  file: string;
  title: string;
  xhtml: string;
}

/** What a page says of itself besides its content. */
export interface PageHead {
  file: string;
  title: string;
  /** The division of the book it belongs to (EPUB Structural Semantics 1.1). */
  matter: "frontmatter" | "bodymatter" | "backmatter";
  /** What the page is about, as JSON-LD that can stand in a script element. */
  linkedData?: string;
}

/** What it takes to write pages. */
export interface Desk {
  templates: Templates;
  locale: Locale;
}

/** Puts a tree into the frame of a content document. */
export function toPage({ file, title, matter, linkedData }: PageHead, tree: Root, { templates, locale }: Desk): Page {
  const { language, direction } = locale;
  const frame = { title, matter, language, direction, linked_data: linkedData, content: serialize(tree) };
  return { file, title, xhtml: toCharacters(templates.render("epub/document", frame)) };
}

/** Renders a page of a template of its own, `epub/NAME.liquid`, which is HTML: a slip in it breaks no package. */
export function renderPage(head: PageHead, name: string, scope: object, desk: Desk): Page {
  const html = desk.templates.render(`epub/${name}`, { ...scope, words: desk.locale.words });
  return toPage(head, fromHtml(html, { fragment: true }), desk);
}
