import type { Element, Root as Hast } from "hast";
import { defaultSchema, type Schema, sanitize } from "hast-util-sanitize";
import { toString as toText } from "hast-util-to-string";
import type { Root } from "mdast";
import { visit } from "../../trees/visit.js";
import type { Observation } from "../pattern.js";
import { nameAnchors } from "./anchors.js";
import type { Removal } from "./boilerplate.js";
import { CALLOUT_KIND } from "./callouts.js";
import { findForeign } from "./foreign.js";
import { listHiddenHtml } from "./hidden-html.js";
import { placeOf } from "./place.js";

// The attributes that hold addresses, and the schemes that each may have.
const PROTOCOLS = {
  href: ["http", "https", "mailto", "tel", "doi"],
  // What stands in the text itself is looked at as any picture is.
  src: ["http", "https", "data"],
  cite: ["http", "https"],
};

// The text inside these is code or style, not words. (What stands in noscript is: no edition runs a script.)
const HIDDEN = ["script", "style", "iframe", "object", "embed", "template", "svg", "math"];

const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    ...["abbr", "cite", "dfn", "figcaption", "figure", "mark", "small", "u", "caption", "time", "bdi", "bdo", "wbr"],
  ],
  attributes: {
    ...defaultSchema.attributes,
    "*": ["id", "lang", "dir", "title", "ariaLabel", "ariaDescribedBy", "role"],
    a: ["href", "dataWikilink", "dataFootnoteRef", "dataFootnoteBackref", ["className", "data-footnote-backref"]],
    blockquote: ["cite", ["className", "callout"], ["dataKind", CALLOUT_KIND]],
    code: [["className", /^language-[\w+-]+$/], "dataMathml"],
    img: ["src", "dataWikilink", "alt", "width", "height"],
    input: [["type", "checkbox"], ["disabled", true], "checked"],
    li: [["className", "task-list-item"], "value"],
    ol: ["start", "reversed", ["type", "1", "a", "A", "i", "I"], ["className", "contains-task-list"]],
    p: [["className", "callout-title"]],
    section: ["dataFootnotes", ["className", "footnotes"]],
    td: ["align", "colSpan", "rowSpan"],
    th: ["align", "colSpan", "rowSpan", "scope"],
    ul: [["className", "contains-task-list"]],
  },
  protocols: PROTOCOLS,
  strip: HIDDEN,
};

// Elements of HTML that a book cannot use: the tag is removed, and its words stay (or go, see `strip`).
const KNOWN_UNWANTED = new Set(
  `html head body title script style iframe object embed noscript template svg math form button select option textarea
  label fieldset legend meta link base video audio source track canvas font center applet frame frameset map area nav
  header footer main article aside address dialog menu output progress meter picture param slot colgroup col`.split(
    /\s+/,
  ),
);

/** What may hold any tag, and the tags themselves. */
const TAG =
  /<!--[\s\S]*?(?:-->|$)|<(svg|math|script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)|<\/?([a-z][\w:-]*)[^<>]*>?/gi;

/**
 * `<IR>` in running text is a word in angle brackets, not markup: HTML that names no known element becomes text, so
 * that the word is not lost; so it does among HTML that is known.
 */
export function keepUnknownTags(tree: Root, observations: Observation[]): void {
  const foreign = findForeign(tree);
  visit(tree, "html", (node, index, parent) => {
    if (foreign.has(node) || index === undefined || !parent) return;
    let isOther = false;
    let first: string | undefined;
    const value = node.value.replace(TAG, (tag: string, _: unknown, name: string | undefined, at: number) => {
      if (name === undefined || isKnown(name)) return tag;
      first ??= tag;
      isOther ||= at === 0;
      return tag.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    });
    if (first !== undefined) {
      observations.push({ rule: "html-elements-are-known", found: first.slice(0, 60), ...placeOf(node) });
    }
    if (isOther) parent.children[index] = { type: "text", value: node.value };
    else node.value = value;
  });
}

function isKnown(name: string): boolean {
  return SCHEMA.tagNames?.includes(name.toLowerCase()) || KNOWN_UNWANTED.has(name.toLowerCase());
}

/**
 * Lets through elements and attributes of a fixed list; ids get `prefix`; what is taken out is observed, and the words in
 * it are listed. A link to a dangerous address becomes its text.
 */
export function sanitizeHtml(
  tree: Hast,
  prefix: string,
  observations: Observation[],
): { tree: Hast; removals: Removal[] } {
  nameAnchors(tree);
  refuseUnsafe(tree, observations);
  const removals = listHiddenHtml(tree, HIDDEN);
  const clean = sanitize(tree, { ...SCHEMA, clobberPrefix: prefix });
  return { tree: clean.type === "root" ? clean : { type: "root", children: [] }, removals };
}

function refuseUnsafe(tree: Hast, observations: Observation[]): void {
  visit(tree, "element", (element) => {
    for (const found of unsafeParts(element)) {
      observations.push({ rule: "html-is-safe", found, ...placeOf(element) });
    }
    if (isDangerous(element.properties.src) && !isPicture("src", element.properties.src)) {
      delete element.properties.src;
    }
    if (element.tagName === "a" && isDangerous(element.properties.href)) {
      element.tagName = "span";
      element.properties = {};
    } else if (element.tagName === "a") refuseScheme(element, observations);
  });
}

/**
 * The sanitiser removes addresses with a scheme that no edition allows; they are reported here, while they are still
 * known.
 */
function refuseScheme(link: Element, observations: Observation[]): void {
  const { href, ...properties } = link.properties;
  const scheme = typeof href === "string" ? /^([^/?#:]*):/.exec(href)?.[1] : undefined;
  if (scheme === undefined || PROTOCOLS.href.includes(scheme.toLowerCase())) return;
  // A host with a port and no scheme.
  if (/^[^/?#:]+\.[^/?#:]+:\d+(?:[/?#]|$)/.test(String(href))) {
    link.properties.href = `//${href}`;
    return;
  }
  observations.push({ rule: "links-lead-somewhere", found: `“${toText(link)}” to ${href}`, ...placeOf(link) });
  link.tagName = "span";
  link.properties = properties;
}

function unsafeParts(element: Element): string[] {
  if (!SCHEMA.tagNames?.includes(element.tagName)) {
    const { src } = element.properties;
    return [`<${element.tagName}${typeof src === "string" ? ` src="${src.slice(0, 60)}"` : ""}>`];
  }
  const found: string[] = [];
  for (const [name, value] of Object.entries(element.properties)) {
    if (/^on/i.test(name)) found.push(`${name.toLowerCase()}= on <${element.tagName}>`);
    else if (name === "style") found.push(`style= on <${element.tagName}>`);
    else if (Object.hasOwn(PROTOCOLS, name) && isDangerous(value) && !isPicture(name, value))
      found.push(`${String(value).trim().slice(0, 40)} in ${name.toLowerCase()}=`);
  }
  return found;
}

/** Whether an address is a picture itself: it is looked at as any other is. */
function isPicture(name: string, address: unknown): boolean {
  return name === "src" && /^\s*data:image\//i.test(String(address));
}

function isDangerous(address: unknown): boolean {
  return typeof address === "string" && /^\s*(javascript|vbscript|data|file):/i.test(address);
}
