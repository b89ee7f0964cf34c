import type { Element, ElementContent, Parents, Properties, Root, RootContent } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as toText } from "hast-util-to-string";
import { isFootnotes } from "../library/body/footnotes.js";
import { isInText } from "../library/data-address.js";
import type { Body } from "../library/pattern.js";
import { SKIP, visit } from "../trees/visit.js";
import { numberBlocks } from "./blocks.js";
import { describeDiagram } from "./diagram-words.js";
import { directBlocks, directInterface } from "./directions.js";
import { drawFigures } from "./figures/draw.js";
import { tellLanguages } from "./languages/tell.js";
import { calloutName, isMixed, type Locale, word } from "./locale.js";
import { numberMentions } from "./mentions.js";
import type { ImageView, PatternView } from "./pattern-view.js";
import { askedSize } from "./picture-size.js";
import { TemplateError } from "./template-files.js";
import type { Templates } from "./templates.js";
import { quote } from "./typography/quote.js";
import { typesetTree } from "./typography/typeset-tree.js";

export interface Composing {
  templates: Templates;
  /** Of the book. */
  locale: Locale;
  /** `pattern`, or the page template of one edition. */
  template?: string;
  /** What that template shows besides the pattern; its words, where they are not those of the pattern's language. */
  besides?: object;
  /** Whether the blocks of the text are numbered. */
  numbered?: boolean;
}

/**
 * A pattern's page as hast: the template rendered round the body. The body's tree is filled in, neither printed nor
 * parsed again; `body` must not be used afterwards: its tree becomes part of the page. (Copying it would take as long
 * as reading it.)
 * @throws TemplateError when the template has no element `data-slot="body"`: the book would have no text
 */
export function composePattern(
  view: PatternView,
  body: Body,
  { templates, locale: book, template = "pattern", besides = {}, numbered = false }: Composing,
): Root {
  const locale = templates.localeOf(view.language);
  const figures = drawFigures(view, templates.tokens, locale);
  const shell = fromHtml(templates.render(template, { pattern: view, figures, words: locale.words, ...besides }), {
    fragment: true,
  });
  visit(shell, (node) => {
    delete node.position;
  });
  const slot = findSlot(shell, template);
  slot.properties = { className: ["body"] };
  if (numbered) numberBlocks(body.tree);
  slot.children = fillBody(body.tree, view, { templates, locale }).children.filter(isElementContent);
  placeFigures(shell, slot);
  if (view.direction && view.direction !== locale.direction) directInterface(shell, locale.direction);
  if (isMixed(locale)) tellLanguages(shell, book.language);
  return shell;
}

/** Moves a figure of the template that belongs to a section of the text into it, or before the references. */
function placeFigures(shell: Root, { children }: Element): void {
  visit(shell, "element", (figure, index, parent) => {
    const { dataPlace: role, ...properties } = figure.properties;
    if (figure.tagName !== "figure" || role === undefined || !parent || index === undefined) return undefined;
    figure.properties = properties;
    const section = children.find((child) => isSection(child, role));
    const references = children.findLastIndex((child) => isSection(child, "references"));
    if (!section && references < 0) return undefined;
    parent.children.splice(index, 1);
    if (section) section.children.splice(1, 0, figure);
    else children.splice(references, 0, figure);
    return [SKIP, index];
  });
}

function isSection(node: ElementContent, role: unknown): node is Element {
  return node.type === "element" && node.tagName === "section" && node.properties.dataRole === role;
}

function findSlot(shell: Root, template: string): Element {
  const slots: Element[] = [];
  visit(shell, "element", (element) => {
    if (element.properties.dataSlot === "body") slots.push(element);
  });
  const [slot] = slots;
  if (slot) return slot;
  throw new TemplateError(`${template}.liquid: no element data-slot="body"; expected one, where the text goes`);
}

function isElementContent(node: RootContent): node is ElementContent {
  return node.type !== "doctype";
}

/**
 * Sets in `tree` what only the edition knows: where links lead, where pictures lie, labels, quotes.
 * @param desk its locale is that round the pattern
 */
function fillBody(tree: Root, view: PatternView, { templates, locale }: Pick<Composing, "templates" | "locale">): Root {
  numberMentions(tree, view.mentions, locale);
  visit(tree, "element", (element, index, parent) => {
    if (element.tagName === "a") resolveLink(element, view);
    else if (element.tagName === "img") resolveImage(element, parent, view, locale);
    else if (element.tagName === "q") quote(element, templates.signs(view.language));
    else if (element.tagName === "blockquote") labelCallout(element, locale);
    else if (isFootnotes(element)) headFootnotes(element, locale);
    else if (element.properties.dataDiagram !== undefined && parent && index !== undefined) {
      const figure = toFigure(element, view, locale);
      if (!figure) return undefined;
      parent.children[index] = figure;
      return SKIP;
    }
    return undefined;
  });
  typesetTree(tree, view.language, templates.signs);
  if (view.bothWays) directBlocks(tree, view.direction ?? locale.direction);
  return tree;
}

function resolveLink(link: Element, view: PatternView): void {
  const { href } = link.properties;
  if (typeof href !== "string" || href.startsWith("#")) return;
  const target = view.links[href];
  if (target) link.properties.href = target;
  else {
    const { id } = link.properties;
    link.tagName = "span";
    link.properties = id === undefined ? {} : { id };
  }
}

function resolveImage(image: Element, parent: Parents | undefined, view: PatternView, locale: Locale): void {
  const { src, alt, width, height, ...others } = image.properties;
  const file = view.images[String(src)];
  if (file) {
    image.properties = { ...others, alt, ...addresses(file), ...askedSize({ width, height }, file) };
    return;
  }
  // The address of a picture that stands in the text is no words.
  const address = String(src ?? "").replace(/^\[\[|\]\]$/g, "");
  const words = alt || (isInText(address) ? word(locale, "picture") : address);
  image.tagName = "span";
  image.properties = { className: ["missing-image"] };
  image.children = [{ type: "text", value: `[${words}]` }];
  // If the picture is not shown there is no figure: its alternative text and its caption become plain text.
  if (parent?.type !== "element" || parent.tagName !== "figure") return;
  const { className: _, ...properties } = parent.properties;
  Object.assign(parent, { tagName: "div", properties });
  parent.children = parent.children.map((child) =>
    child === image || child.type !== "element" ? toParagraph([child]) : toParagraph(child.children),
  );
}

function toParagraph(children: ElementContent[]): Element {
  return { type: "element", tagName: "p", properties: {}, children };
}

function addresses({ href, width, height }: ImageView): Properties {
  return { src: href, width, height };
}

function toFigure(pre: Element, view: PatternView, locale: Locale): Element | undefined {
  const drawing = view.drawings[String(pre.properties.dataDiagram)];
  if (!drawing) return undefined;
  const image: Element = {
    type: "element",
    tagName: "img",
    properties: { alt: describeDiagram(drawing.graph, toText(pre), locale), ...addresses(drawing) },
    children: [],
  };
  const { dataBlock, id } = pre.properties;
  const properties = {
    className: ["diagram"],
    ...(dataBlock === undefined ? {} : { dataBlock }),
    ...(id === undefined ? {} : { id }),
  };
  return { type: "element", tagName: "figure", properties, children: [image] };
}

function labelCallout(quote: Element, locale: Locale): void {
  const { dataKind } = quote.properties;
  if (typeof dataKind !== "string") return;
  quote.children.unshift({
    type: "element",
    tagName: "p",
    properties: { className: ["callout-label"] },
    children: [{ type: "text", value: calloutName(locale, dataKind) }],
  });
}

function headFootnotes(section: Element, locale: Locale): void {
  section.children.unshift({
    type: "element",
    tagName: "h2",
    properties: { className: ["footnotes-title"] },
    children: [{ type: "text", value: word(locale, "footnotes") }],
  });
}
