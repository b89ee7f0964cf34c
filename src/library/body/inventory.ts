import { createHash } from "node:crypto";
import type { Element, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import type { BodyImage, BodyLink, Diagram, Observation, Point } from "../pattern.js";

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
  const ids = collectIds(tree);
  visit(tree, "element", (element) => {
    if (element.tagName === "a") listLink(element, prefix, ids, inventory, observations);
    else if (element.tagName === "img") {
      const { src, alt } = element.properties;
      inventory.images.push({ src: String(src ?? ""), alt: String(alt ?? ""), place: placeOf(element) });
    } else if (element.tagName === "pre") listDiagram(element, inventory);
  });
  return inventory;
}

function collectIds(tree: Root): Set<string> {
  const ids = new Set<string>();
  visit(tree, "element", ({ properties }) => {
    if (typeof properties.id === "string") ids.add(properties.id);
  });
  return ids;
}

function listLink(
  link: Element,
  prefix: string,
  ids: Set<string>,
  inventory: Inventory,
  observations: Observation[],
): void {
  const { href } = link.properties;
  if (typeof href === "string" && !href.startsWith("#")) {
    inventory.links.push({ href, text: toText(link), place: placeOf(link) });
    return;
  }
  const id = typeof href === "string" ? href.slice(1) : "";
  const target = [id, prefix + id].find((candidate) => ids.has(candidate));
  if (target) {
    link.properties.href = `#${target}`;
    return;
  }
  const rule = typeof href === "string" ? "fragments-have-target" : "links-have-address";
  observations.push({ rule, place: placeOf(link), found: `“${toText(link)}”${id ? ` to #${id}` : ""}` });
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
  inventory.diagrams.push({ hash, source, place: placeOf(pre) });
  pre.properties.dataDiagram = hash;
}

function placeOf(element: Element): Point {
  const { line, column } = element.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}
