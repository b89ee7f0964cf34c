import { readFile, writeFile } from "node:fs/promises";
import type { Element, Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import type { NumberedPattern, PatternId } from "../../library/pattern.js";
import type { Key } from "../../machine/cache.js";
import { composePattern } from "../../page/compose.js";
import { groupNames } from "../../page/groups.js";
import { tellLanguages } from "../../page/languages/tell.js";
import { isMixed } from "../../page/locale.js";
import type { PatternView } from "../../page/pattern-view.js";
import { markBlocks } from "../../print/marks.js";
import { atMost } from "../../threads/at-most.js";
import { visit } from "../../trees/visit.js";
import { setPattern } from "../pattern-fault.js";
import { composeChapterHead } from "./matter/chapter.js";
import { listSectionPages } from "./matter/sections.js";
import { fillNumbers, openNumbers } from "./open-numbers.js";
import type { Press } from "./press.js";
import { textWidth } from "./text-block.js";
import { markAcronyms } from "./typeset/acronyms.js";
import { dropBackLinks } from "./typeset/back-links.js";
import { dropBlankLines } from "./typeset/blank-lines.js";
import { markClosings } from "./typeset/closings.js";
import { hyphenateTree } from "./typeset/hyphenate.js";
import { wrapStems } from "./typeset/item-stems.js";
import { setDiagrams } from "./typeset/large-diagrams.js";
import { setLines } from "./typeset/lines/index.js";
import { markLists } from "./typeset/lists.js";
import { openDetails } from "./typeset/open-details.js";
import { markParagraphs } from "./typeset/paragraphs.js";
import { setPictures } from "./typeset/pictures.js";
import { markReferences } from "./typeset/references.js";
import { shortenHead } from "./typeset/running-head.js";
import { keepTitles } from "./typeset/titles.js";
import { setTables } from "./typeset/wide-tables.js";

// Of code that holds TeX.
const FORMULA = "language-math";

const stringifier = unified().use(rehypeStringify).freeze();

/** Everything that the pages of a pattern depend on, once its references have no numbers. */
export function keyOfSheet(press: Press, pattern: NumberedPattern, view: PatternView): Key {
  return { ...keyOfPages(press), body: pattern.body.key, view, chapter: composeChapterHead(press, pattern) };
}

/** What all pages of a book depend on: the words and templates, its type, and how large a page is. */
export function keyOfPages({ context, geometry }: Pick<Press, "context" | "geometry">): Key {
  const { fingerprint, templates } = context;
  // A printer's figures change the type.
  return { fingerprint, tokens: templates.tokens, geometry };
}

/**
 * A pattern's pages as HTML, hyphenated, with the chapter's name where it begins one. They are composed once: when they
 * are measured and when they are printed, only their page numbers differ.
 */
export function composeForPrint(press: Press, pattern: NumberedPattern, numbered: PatternView): Promise<string> {
  return setPattern(pattern, "pdf", async () => {
    const { view, numbers } = openNumbers(numbered, pattern.body.characters);
    const file = await press.context.cache.file("sheets", keyOfSheet(press, pattern, view), async (path) => {
      await writeFile(path, await compose(press, pattern, view));
    });
    return fillNumbers(await readFile(file, "utf8"), numbers);
  });
}

async function compose(press: Press, pattern: NumberedPattern, view: PatternView): Promise<string> {
  const { library, context } = press;
  const { templates, locale } = context;
  const body = await library.body(pattern);
  // Hyphenation is loaded outside the time limit: if its loading were stopped, the dictionary would stay half loaded.
  press.hyphenate(view.language);
  const tree = atMost(context.seconds, () => {
    const composed = composePattern(view, body, { templates, locale, numbered: true });
    typeset(composed, press, view.language);
    markClosings(composed, { geometry: press.geometry, scale: templates.tokens.scale });
    dress(composed, press, pattern);
    markBlocks(composed, pattern.number, view.language);
    return composed;
  });
  return setFormulas(press, tree, { name: pattern.slug, language: view.language });
}

/** Sets a text as print has it, in place: words, paragraphs, lists, tables and pictures. */
export function typeset(tree: Root, { context, geometry, hyphenate, widths }: Press, language: string): void {
  dropBlankLines(tree);
  dropBackLinks(tree);
  openDetails(tree);
  hyphenateTree(tree, hyphenate, language);
  wrapStems(tree);
  markParagraphs(tree);
  markLists(tree);
  keepTitles(tree);
  markAcronyms(tree);
  markReferences(tree);
  const locale = context.templates.localeOf(language);
  setTables(tree, {
    geometry,
    scale: context.templates.tokens.scale,
    locale,
    hyphenate: hyphenate(language),
  });
  setDiagrams(tree, geometry);
  setPictures(tree, geometry);
  moveIdsToHeadings(tree);
  if (isMixed(locale)) tellLanguages(tree, context.locale.language);
  setLines(tree, { widths, tokens: context.templates.tokens, measure: textWidth(geometry) });
}

/** Looked for in what is written: to walk every tree for them would take longer. */
export async function setFormulas(press: Press, tree: Root, of: { name: string; language: string }): Promise<string> {
  const written = stringifier.stringify(tree);
  if (!written.includes(FORMULA)) return written;
  const { fitFormulas } = await import("./formulas/fit.js");
  const write = (root: Root): string => stringifier.stringify(root);
  await fitFormulas(tree, { ...of, press, styleSheet: styleSheet(press, []), write });
  return stringifier.stringify(tree);
}

function dress(tree: Root, press: Press, pattern: NumberedPattern): void {
  const article = tree.children.find((node) => node.type === "element" && node.tagName === "article");
  if (article?.type !== "element") return;
  article.properties.className = ["pattern", pageName(pattern)];
  article.children.unshift(...composeChapterHead(press, pattern));
  moveIdToTop(article);
}

/**
 * On every page Chromium looks up the position of every place that a link leads to, on all the pages which that element
 * covers. In a volume of 800 pages this takes a tenth of the time; for elements that lie on one page, a thirtieth.
 */
function moveIdToTop(article: Element): void {
  const top = article.children.find((child) => child.type === "element");
  if (top?.type !== "element" || top.properties.id) return;
  top.properties.id = article.properties.id;
  delete article.properties.id;
}

/**
 * The style sheet of a document that holds these patterns: each has a named page for its running heads.
 * @param folios of the patterns' first pages, which have no running head; unknown while patterns are measured
 */
export function styleSheet(
  { library, context, geometry, texts }: Press,
  patterns: readonly NumberedPattern[],
  folios: ReadonlyMap<PatternId, number> = new Map(),
): string {
  const { templates, locale } = context;
  const heads = patterns.map((pattern) => ({
    page: pageName(pattern),
    after: folios.get(pattern.id) ?? 0,
    recto: shortenHead(`${pattern.number}\u2002${pattern.title}`, geometry),
    verso: shortenHead(groupNames(library, pattern).join(" · ") || context.config.book.title, geometry),
  }));
  const { direction } = locale;
  return templates.render("book/style", {
    tokens: templates.tokens,
    page: geometry,
    direction,
    running: templates.render("book/running-heads", { heads, sections: listSectionPages(locale, texts), direction }),
  });
}

/** Sections have no box in print (see the style sheet): their ids move to their headings. */
function moveIdsToHeadings(tree: Root): void {
  visit(tree, "element", (section) => {
    const heading = section.children.find((child) => child.type === "element");
    if (section.tagName !== "section" || heading?.type !== "element" || !section.properties.id) return;
    heading.properties.id ??= section.properties.id;
    delete section.properties.id;
  });
}

/** The name of a pattern's page style. */
function pageName({ number }: Pick<NumberedPattern, "number">): string {
  return `p${number}`;
}
