import type { Element, ElementContent, Root } from "xast";
import { isIri } from "../../library/web-address.js";
import { ATTRIBUTES, ELEMENTS, PROPERTIES } from "./allowed.js";
import { type Scope, SVG, widen, XLINK } from "./namespaces.js";
import { type Cleaning, cleanDeclarations, cleanStyleSheet, cleanValue, nameOf } from "./style.js";

export interface Cleaned {
  svg: Element;
  /** What was taken out, in words. */
  removed: Set<string>;
  /** Those of its elements that show pictures of pixels, which nobody has looked at yet. */
  images: Element[];
}

// Deeper nesting is an accident or an attack: browsers walk through a drawing by calls within calls.
const DEEPEST = 200;

/**
 * What of an SVG draws: elements and attributes of a fixed list, with references to its own parts only. Names lose their
 * prefixes, and ids that XML does not allow get others.
 * @throws Error where it is not SVG, or nested too deep
 */
export function cleanSvg(tree: Root): Cleaned {
  const root = tree.children.find((child) => child.type === "element");
  const removed = new Set<string>();
  const images: Element[] = [];
  const cleaning: Cleaning = { ids: collectIds(tree), removed };
  const svg = root && cleanElement(root, widen({ "": SVG }, root), { ...cleaning, images, used: new Set() }, 0);
  if (svg?.name !== "svg") throw new Error("it is no SVG");
  svg.attributes = { xmlns: SVG, "xmlns:xlink": XLINK, ...svg.attributes };
  return { svg, removed, images };
}

interface Walk extends Cleaning {
  images: Element[];
  /** Ids that an element has already. */
  used: Set<string>;
}

/** Every id, and a name for it that XML 1.0 allows without its namespace. */
function collectIds(tree: Root | Element, ids = new Map<string, string>()): Map<string, string> {
  for (const child of tree.children) {
    if (child.type !== "element") continue;
    const { id } = child.attributes;
    if (typeof id === "string" && !ids.has(id)) {
      ids.set(id, /^[A-Za-z_][\w.-]*$/.test(id) ? id : `id-${ids.size + 1}`);
    }
    collectIds(child, ids);
  }
  return ids;
}

function cleanElement(element: Element, scope: Scope, walk: Walk, depth: number): Element | undefined {
  const [prefix = "", local = ""] = element.name.includes(":") ? element.name.split(":") : ["", element.name];
  // What belongs to another program (its metadata, its windows) draws nothing.
  if (scope[prefix] !== SVG || local === "metadata") return undefined;
  if (depth > DEEPEST) throw new Error(`its parts are nested more than ${DEEPEST} deep`);
  if (!ELEMENTS.has(local)) {
    walk.removed.add(describe(element, local));
    return undefined;
  }
  const clean: Element = { ...element, name: local, attributes: cleanAttributes(element, local, scope, walk) };
  if (local === "style") {
    const css = cleanStyleSheet(textOf(element), walk);
    return css === "" ? undefined : { ...clean, children: [{ type: "text", value: css }] };
  }
  if (local === "image") {
    if (clean.attributes["xlink:href"] === undefined) return undefined;
    walk.images.push(clean);
  }
  clean.children = element.children.flatMap((child): ElementContent[] =>
    cleanChild(child, element, scope, walk, depth),
  );
  return clean;
}

function cleanChild(child: ElementContent, parent: Element, scope: Scope, walk: Walk, depth: number): ElementContent[] {
  if (child.type === "text") return [child];
  if (child.type === "cdata") return [{ type: "text", value: child.value }];
  if (child.type !== "element") return [];
  // Drawing programs put text in HTML there, and beside it the same as SVG for those who draw no HTML.
  const other = parent.name.endsWith("switch") && parent.children.filter(({ type }) => type === "element").length > 1;
  const removed = other ? { ...walk, removed: new Set<string>() } : walk;
  const clean = cleanElement(
    child,
    widen(scope, child),
    child.name.endsWith("foreignObject") ? removed : walk,
    depth + 1,
  );
  return clean ? [clean] : [];
}

function cleanAttributes(element: Element, local: string, scope: Scope, walk: Walk): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [written, value] of Object.entries(element.attributes)) {
    if (typeof value !== "string") continue;
    const prefix = /^(.+):href$/.exec(written)?.[1];
    const name = prefix !== undefined && (scope[prefix] ?? XLINK) === XLINK ? "href" : written;
    if (name === "id") {
      const id = nameOf(value, walk.ids);
      // Two of one name are none: the first has it.
      if (!walk.used.has(id)) kept.id = id;
      walk.used.add(id);
    } else if (name === "href") {
      const href = cleanAddress(value, local, walk);
      if (href !== undefined) kept["xlink:href"] ??= href;
    } else if (name === "style") {
      const style = cleanDeclarations(value, walk);
      if (style !== "") kept.style = style;
    } else if (PROPERTIES.has(name)) {
      const clean = cleanValue(value, walk);
      if (clean === undefined) walk.removed.add(`${name}="${shorten(value)}" of <${local}>`);
      else kept[name] = clean;
    } else if (ATTRIBUTES.has(name)) kept[name] = value;
    else if (/^on/i.test(name)) walk.removed.add(`${name}= of <${local}>`);
  }
  return kept;
}

/** A part of the same drawing; of a link a page on the web; of a picture its own bytes. */
function cleanAddress(value: string, local: string, { ids, removed }: Walk): string | undefined {
  const address = value.trim();
  if (local === "image" ? /^data:/i.test(address) : local === "a" && isIri(address)) {
    return address;
  }
  if (address.startsWith("#") && local !== "image") return `#${nameOf(decode(address.slice(1)), ids)}`;
  removed.add(`<${local} href="${shorten(address)}">`);
  return undefined;
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function describe(element: Element, local: string): string {
  const words = local === "script" ? "" : textOf(element).replace(/\s+/g, " ").trim();
  return words === "" ? `<${local}>` : `<${local}> with the words “${shorten(words)}”`;
}

const LONGEST = 60;

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function textOf({ children }: Element): string {
  return children
    .map((child) =>
      child.type === "element"
        ? ` ${textOf(child)}`
        : child.type === "text" || child.type === "cdata"
          ? child.value
          : "",
    )
    .join("");
}
