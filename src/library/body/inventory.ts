import { createHash } from "node:crypto";
import GithubSlugger from "github-slugger";
import type { Element, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { visit } from "../../trees/visit.js";
import type { BodyImage, BodyLink, Diagram, Observation } from "../pattern.js";
import type { Point } from "../point.js";
import { namesOf } from "./fragments.js";
import { headingLevel, headingText } from "./headings.js";
import { placeOf } from "./place.js";

export interface Inventory {
  links: BodyLink[];
  /** Places that a link may lead to: the ends of their ids by name, without what begins every id. */
  anchors: Record<string, string>;
  images: BodyImage[];
  diagrams: Diagram[];
}

/**
 * Lists what a body points at: links, images, diagrams; and what may be pointed at: every heading gets an id. Links inside
 * the body get `prefix`; one whose target is not there becomes plain text and is observed. Mermaid blocks become
 * `figure[data-diagram]` with their source.
 */
export function takeInventory(tree: Root, prefix: string, observations: Observation[]): Inventory {
  const targets = nameTargets(tree, prefix);
  const inventory: Inventory = { links: [], anchors: listAnchors(targets, prefix), images: [], diagrams: [] };
  visit(tree, "element", (element) => {
    if (element.tagName === "a") listLink(element, prefix, targets, inventory, observations);
    else if (element.tagName === "img") {
      const { src, alt } = element.properties;
      inventory.images.push({ src: String(src ?? ""), alt: String(alt ?? ""), place: startOf(element) });
    } else if (element.tagName === "pre") listDiagram(element, inventory);
  });
  return inventory;
}

// By mistake a whole paragraph may be a heading. Its id is cut, because it stands in the page, in the contents and in
// every link to it.
const LONGEST_ID = 120;

/** Ids by the name that a fragment calls them: their own, without `prefix`, and what GitHub makes of a heading. */
function nameTargets(tree: Root, prefix: string): Map<string, string> {
  const ids = new Map<string, string>();
  visit(tree, "element", ({ properties: { id } }) => {
    if (typeof id === "string") ids.set(id.startsWith(prefix) ? id.slice(prefix.length) : id, id);
  });
  const taken = new Set(ids.values());
  const slugger = new GithubSlugger();
  const headings = new Map<string, string>();
  visit(tree, "element", (element, _, parent) => {
    if (headingLevel(element) === undefined) return;
    const fragment = slugger.slug(headingText(element));
    const isHead = parent?.type === "element" && parent.tagName === "section" && headingLevel(element) === 2;
    const holder = isHead ? parent : element;
    holder.properties.id ??= free(`${prefix}${fragment.slice(0, LONGEST_ID)}`, taken);
    headings.set(fragment, String(holder.properties.id));
  });
  return new Map([...ids, ...headings]);
}

/** Where other patterns may lead: not to the marks in the text that lead to notes and references. */
function listAnchors(targets: ReadonlyMap<string, string>, prefix: string): Record<string, string> {
  const places = [...targets].filter(([name]) => !/^(?:cite-\d|fnref-)/.test(name));
  return Object.fromEntries(places.map(([name, id]) => [name, id.slice(prefix.length)]));
}

/** Two headings of one name, or one called as a note is, have ids of their own. */
function free(id: string, taken: Set<string>): string {
  let own = id;
  for (let count = 2; taken.has(own); count++) own = `${id}-${count}`;
  taken.add(own);
  return own;
}

function listLink(
  link: Element,
  prefix: string,
  targets: ReadonlyMap<string, string>,
  inventory: Inventory,
  observations: Observation[],
): void {
  const { href } = link.properties;
  const isWritten = typeof href === "string" && href.trim() !== "";
  if (isWritten && !href.startsWith("#")) {
    inventory.links.push({ href, text: toText(link), place: startOf(link) });
    return;
  }
  const fragment = isWritten ? href.slice(1) : "";
  // Links between citations or notes and their places have the whole id already.
  const own = fragment.startsWith(prefix) ? fragment.slice(prefix.length) : fragment;
  const target = [own, ...namesOf(fragment)].map((name) => targets.get(name)).find((id) => id !== undefined);
  if (target !== undefined) {
    link.properties.href = `#${target}`;
    return;
  }
  const rule = isWritten ? "fragments-have-target" : "links-have-address";
  observations.push({ rule, place: startOf(link), found: `“${toText(link)}”${fragment ? ` to #${fragment}` : ""}` });
  const { id, title } = link.properties;
  link.tagName = "span";
  link.properties = { ...(id == null ? {} : { id }), ...(title == null ? {} : { title }) };
}

function listDiagram(pre: Element, inventory: Inventory): void {
  const [code] = pre.children;
  if (code?.type !== "element" || code.tagName !== "code") return;
  const { className } = code.properties;
  if (!Array.isArray(className) || !className.includes("language-mermaid")) return;
  const source = toText(code);
  const hash = createHash("sha256").update(source).digest("hex");
  inventory.diagrams.push({ hash, source, place: startOf(pre) });
  pre.properties.dataDiagram = hash;
}

function startOf(element: Element): Point {
  return placeOf(element).place ?? { line: 1, column: 1 };
}
