import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { deflate, type Packed } from "../../../archives/zip.js";
import { present } from "../../../library/present.js";
import { isMarked } from "../../../page/languages/marks.js";
import { tellLanguages } from "../../../page/languages/tell.js";
import type { Locale } from "../../../page/locale.js";
import type { Templates } from "../../../page/templates.js";
import type { PrintedPage } from "../../locations.js";
import { doubleLanguage } from "../xhtml/languages.js";
import { eachElement } from "../xhtml/pass.js";
import { serialize, toCharacters } from "../xhtml/serialize.js";
import { divide } from "./divide-page.js";
import { listPageBreaks, type PageBreak, placePageBreaks } from "./page-breaks.js";

/** A content document of the package, as it is listed. */
export interface ListedPage {
  file: string;
  title: string;
  /** What its manifest item must say that it holds (EPUB 3.3, D.5): `svg`, `mathml`. */
  properties: string[];
  /** What the landmarks call it: a term of EPUB Structural Semantics 1.1. */
  landmark?: string;
  /** Its characters beyond Basic Latin, each once: what the fonts must have. */
  characters: string;
  /** Where pages of the printed book begin in it. */
  breaks: PageBreak[];
  /** Ids in a file that a very long page goes on in: pages elsewhere may lead there. */
  places?: string[];
  /** Places in the pages of patterns that it leads to: `12.xhtml#SLUG--NAME`. */
  leads?: string[];
}

/** A page as it lies in the zip, a fifth of its size: nothing else of it is held. */
export interface Page extends ListedPage {
  packed: Packed;
}

/** What a page says of itself besides its content. */
export interface PageHead {
  file: string;
  title: string;
  /** The division of the book it belongs to (EPUB Structural Semantics 1.1). */
  matter: "frontmatter" | "bodymatter" | "backmatter";
  landmark?: string;
  /** The pages of the printed book that it has. */
  printed?: readonly PrintedPage[] | undefined;
}

/** What it takes to write pages. */
export interface Desk {
  templates: Templates;
  locale: Locale;
}

/** Puts a tree into the frame of a content document; a very long one into those of several, the first of which leads. */
export function toPages(head: PageHead, tree: Root, desk: Desk): Page[] {
  const xhtml = toXhtml(head, tree, desk);
  const pieces = divide(tree, head, Buffer.byteLength(xhtml));
  if (pieces.length === 1) return [toPage(head, tree, xhtml)];
  const { title, matter } = head;
  return pieces.map(({ file, tree: piece }, at) => {
    const own = at === 0 ? head : { file, title, matter };
    const page = toPage(own, piece, toXhtml(own, piece, desk));
    return at === 0 ? page : { ...page, places: idsIn(piece) };
  });
}

function toXhtml({ title, matter }: PageHead, tree: Root, { templates, locale }: Desk): string {
  const { language, direction } = locale;
  const frame = { title, matter, language, direction, content: write(tree, locale) };
  return toCharacters(templates.render("epub/document", frame));
}

/** What is added to a page once it is composed, such as the labels of notes, may have marked words too. */
function write(tree: Root, locale: Locale): string {
  const written = serialize(tree);
  if (!isMarked(written)) return written;
  tellLanguages(tree, locale.language);
  eachElement(tree, (element) => doubleLanguage(element, locale));
  return serialize(tree);
}

function toPage({ file, title, landmark }: PageHead, tree: Root, xhtml: string): Page {
  return {
    file,
    title,
    properties: propertiesOf(xhtml),
    characters: charactersOf(xhtml),
    breaks: listPageBreaks(tree),
    packed: deflate(xhtml),
    ...leadsIn(xhtml),
    ...(landmark ? { landmark } : {}),
  };
}

function idsIn(tree: Root): string[] {
  const ids: string[] = [];
  eachElement(tree, ({ properties: { id } }) => void (id !== undefined && ids.push(String(id))));
  return ids;
}

function leadsIn(xhtml: string): Pick<ListedPage, "leads"> {
  const leads = [...xhtml.matchAll(/ href="(\d+\.xhtml#[^"]+)"/g)].map(([, lead = ""]) => lead);
  return leads.length > 0 ? { leads: [...new Set(leads)] } : {};
}

/** Markup is Latin: characters beyond it are those of the text. */
function charactersOf(xhtml: string): string {
  return [...new Set(xhtml.match(/[^\0-\x7f]/gu))].sort().join("");
}

/** In text and in linked data the sign that begins an element is escaped. */
function propertiesOf(xhtml: string): string[] {
  return ["svg", "mathml"].filter((property) => xhtml.includes(property === "svg" ? "<svg" : "<math"));
}

/** Renders a page of a template of its own, `epub/NAME.liquid`, which is HTML: a slip in it breaks no package. */
export function renderPages(head: PageHead, name: string, scope: object, desk: Desk): Page[] {
  return renderFiles([{ head, scope }], name, head.printed, desk);
}

/** Renders a section of the book that stands in several files of one template. */
export function renderFiles(
  files: readonly { head: PageHead; scope: object }[],
  name: string,
  printed: PageHead["printed"],
  desk: Desk,
): Page[] {
  const trees = files.map(({ scope }) => renderTree(name, scope, desk));
  if (printed) placePageBreaks(trees, printed);
  return files.flatMap(({ head }, at) => toPages(head, present(trees[at], "the page of", head.file), desk));
}

/** XHTML that has to be one file, however long it is. */
export function renderXhtml(head: PageHead, name: string, scope: object, desk: Desk): string {
  return toXhtml(head, renderTree(name, scope, desk), desk);
}

function renderTree(name: string, scope: object, { templates, locale }: Desk): Root {
  const tree = fromHtml(templates.render(`epub/${name}`, { ...scope, words: locale.words }), { fragment: true });
  eachElement(tree, (element) => doubleLanguage(element, locale));
  return tree;
}
