import { writeFile } from "node:fs/promises";
import type { Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import type { Asset } from "../../browser/page.js";
import type { Library, NumberedPattern } from "../../library/pattern.js";
import { composePattern } from "../../page/compose.js";
import { type FontFile, fontFaces } from "../../page/fonts.js";
import { domainName, word } from "../../page/locale.js";
import { type Edition, type PatternView, viewPattern } from "../../page/view.js";
import type { Context } from "../format.js";
import { type Hyphenate, hyphenateTree } from "./hyphenate.js";
import type { PageGeometry } from "./trim.js";

/** What every document of one build of the book shares. */
export interface Press {
  library: Library;
  context: Context;
  geometry: PageGeometry;
  hyphenate: Hyphenate;
  fonts: readonly FontFile[];
  /** Files a document may load, by path. */
  assets: ReadonlyMap<string, Asset>;
}

const stringify = unified().use(rehypeStringify, { closeSelfClosing: false }).freeze();

/** The name of the page style of a pattern. */
export function pageName(pattern: Pick<NumberedPattern, "number">): string {
  return `p${pattern.number}`;
}

/** The pattern as the book shows it; `edition` knows the pages. */
export function viewForPrint({ library, context }: Press, pattern: NumberedPattern, edition: Edition): PatternView {
  return viewPattern(library, pattern, edition, context);
}

/** A pattern's pages as HTML, hyphenated, with the chapter's name where it begins one. */
export async function composeForPrint(press: Press, pattern: NumberedPattern, view: PatternView): Promise<string> {
  const { library, context, hyphenate } = press;
  const tree = composePattern(view, await library.body(pattern), context);
  hyphenateTree(tree, hyphenate);
  dress(tree, press, pattern);
  return stringify.stringify(tree);
}

function dress(tree: Root, { library, context }: Press, pattern: NumberedPattern): void {
  const article = tree.children.find((node) => node.type === "element" && node.tagName === "article");
  if (article?.type !== "element") return;
  article.properties.className = ["pattern", pageName(pattern)];
  if (opensChapter(library, pattern)) {
    article.children.unshift({
      type: "element",
      tagName: "p",
      properties: { className: ["chapter"] },
      children: [{ type: "text", value: domainName(context.locale, pattern.domain) }],
    });
  }
  article.children.push({ type: "element", tagName: "div", properties: { id: endOf(pattern.slug) }, children: [] });
}

/** The id of the place where a pattern ends. */
export function endOf(slug: string): string {
  return `${slug}--end`;
}

function opensChapter(library: Library, pattern: NumberedPattern): boolean {
  return library.parts.some(({ chapters }) => chapters.some(({ patterns }) => patterns[0]?.id === pattern.id));
}

/** The style sheet of a document with these patterns in it. */
export function styleSheet({ context, geometry, fonts }: Press, patterns: readonly NumberedPattern[]): string {
  const { templates, locale } = context;
  const heads = patterns.map((pattern) => ({
    page: pageName(pattern),
    recto: shorten(`${pattern.number}  ${pattern.title}`),
    verso: shorten(
      `${word(locale, `universality.${pattern.universality}.name`)} · ${domainName(locale, pattern.domain)}`,
    ),
  }));
  const running = templates.render("book/running-heads", { heads, drop: 22 });
  return templates.render("book/style", {
    tokens: templates.tokens,
    page: { ...geometry, width: `${geometry.width}pt`, height: `${geometry.height}pt` },
    faces: fontFaces(fonts, ({ name }) => `fonts/${name}`),
    running,
  });
}

// What fits beside the folio in the smallest trim.
const LONGEST_HEAD = 64;

function shorten(head: string): string {
  if (head.length <= LONGEST_HEAD) return head;
  return `${head.slice(0, head.lastIndexOf(" ", LONGEST_HEAD))} …`;
}

/** Writes a whole document; `targets` are ids that need a named destination, which only a link makes. */
export async function writeDocument(
  press: Press,
  file: string,
  { patterns, targets, title, body }: DocumentParts,
): Promise<void> {
  const { language, direction } = press.context.locale;
  const links = targets.map((id) => `<a href="#${id}"></a>`).join("");
  await writeFile(
    file,
    `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
      `<style>${styleSheet(press, patterns)}</style></head><body><main><div class="index-of-targets">${links}</div>\n` +
      `${body.join("\n")}</main></body></html>`,
  );
}

export interface DocumentParts {
  patterns: readonly NumberedPattern[];
  targets: readonly string[];
  title: string;
  body: readonly string[];
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
