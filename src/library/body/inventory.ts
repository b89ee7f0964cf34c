import { createHash } from "node:crypto";
import GithubSlugger from "github-slugger";
import type { Element, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { visit } from "../../trees/visit.js";
import type { BodyImage, BodyLink, Diagram, Observation } from "../pattern.js";
import type { Point } from "../point.js";
import { headingLevel, headingText } from "./headings.js";
import { placeOf } from "./place.js";

export interface Inventory {
  links: BodyLink[];
  images: BodyImage[];
  diagrams: Diagram[];
}

/**
 * Lists what a body points at: links, images, diagrams. Links inside the body get `prefix`; one whose target is not
 * there becomes plain text and is observed. Mermaid blocks become `figure[data-diagram]` with their source.
 */
export function takeInventory(tree: Root, prefix: string, observations: Observation[]): Inventory {
  const inventory: Inventory = { links: [], images: [], diagrams: [] };
  const targets = collectTargets(tree, prefix);
  visit(tree, "element", (element) => {
    if (element.tagName === "a") listLink(element, prefix, targets, inventory, observations);
    else if (element.tagName === "img") {
      const { src, alt } = element.properties;
      inventory.images.push({ src: String(src ?? ""), alt: String(alt ?? ""), place: startOf(element) });
    } else if (element.tagName === "pre") listDiagram(element, inventory);
  });
  return inventory;
}

/** What a link inside the body may lead to. */
interface Target {
  element: Element;
  /** The id that the element gets when it has none. */
  id: string;
}

/** Targets by id, and by the fragment that GitHub gives a heading. */
function collectTargets(tree: Root, prefix: string): Map<string, Target> {
  const targets = new Map<string, Target>();
  const slugger = new GithubSlugger();
  visit(tree, "element", (element, _, parent) => {
    const { id } = element.properties;
    if (typeof id === "string") targets.set(id, { element, id });
    if (headingLevel(element) === undefined) return;
    const fragment = slugger.slug(headingText(element));
    const holder = parent?.type === "element" && parent.tagName === "section" && headingLevel(element) === 2;
    targets.set(fragment, { element: holder ? parent : element, id: `${prefix}${fragment}` });
  });
  return targets;
}

/** `1-overview` → `overview`: section numbers are taken out of headings. */
function unnumbered(fragment: string): string {
  return fragment.replace(/^\d+-+/, "");
}

function listLink(
  link: Element,
  prefix: string,
  targets: ReadonlyMap<string, Target>,
  inventory: Inventory,
  observations: Observation[],
): void {
  const { href } = link.properties;
  if (typeof href === "string" && !href.startsWith("#")) {
    inventory.links.push({ href, text: toText(link), place: startOf(link) });
    return;
  }
  const fragment = typeof href === "string" ? href.slice(1) : "";
  const target = [fragment, prefix + fragment, unnumbered(fragment)].map((name) => targets.get(name)).find(Boolean);
  if (target) {
    target.element.properties.id ??= target.id;
    link.properties.href = `#${target.element.properties.id}`;
    return;
  }
  const rule = typeof href === "string" ? "fragments-have-target" : "links-have-address";
  observations.push({ rule, place: startOf(link), found: `“${toText(link)}”${fragment ? ` to #${fragment}` : ""}` });
  link.tagName = "span";
  link.properties = {};
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
