import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Element, Root, RootContent } from "xast";
import { fromXml } from "xast-util-from-xml";

/** A Word file taken apart. */
export interface DocxParts {
  names: ReadonlySet<string>;
  /** A part as XML; an empty tree where there is none. */
  xml(name: string): Root;
  /** A part as it is; empty where there is none. */
  bytes(name: string): Uint8Array;
}

export function openParts(bytes: Uint8Array): DocxParts {
  const files = unzipSync(bytes);
  const trees = new Map<string, Root>();
  return {
    bytes: (name) => files[name] ?? new Uint8Array(),
    names: new Set(Object.keys(files)),
    xml(name) {
      const file = files[name];
      const tree = trees.get(name) ?? (file ? fromXml(strFromU8(file)) : { type: "root", children: [] });
      trees.set(name, tree);
      return tree;
    },
  };
}

/** The parts that hold text, each with the part that holds its relationships. */
export function textParts({ names }: DocxParts): string[] {
  return [...names].filter((name) => /^word\/(document|footnotes|header\d+|footer\d+)\.xml$/.test(name));
}

export function relationshipsOf(part: string): string {
  return part.replace(/([^/]+)$/, "_rels/$1.rels");
}

/** Every element of this name below a node, in order. */
export function findAll(node: Root | Element, name: string): Element[] {
  return childrenOf(node).flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

export function childrenOf(node: Root | Element): Element[] {
  const children: readonly RootContent[] = node.children;
  return children.filter((child) => child.type === "element");
}

export function childOf(node: Root | Element | undefined, name: string): Element | undefined {
  return node && childrenOf(node).find((child) => child.name === name);
}

/** An attribute; empty where there is none. */
export function attribute(element: Element | undefined, name: string): string {
  return element?.attributes[name] ?? "";
}

/** The text in a part or an element. */
export function textIn(node: Root | Element): string {
  return node.children
    .map((child) => (child.type === "text" ? child.value : child.type === "element" ? textIn(child) : ""))
    .join("");
}

/** The file with one part rewritten: to break it on purpose. Throws when that changes nothing. */
export function rewritePart(bytes: Uint8Array, name: string, rewrite: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes);
  const before = strFromU8(files[name] ?? new Uint8Array());
  const after = rewrite(before);
  if (after === before) throw new Error(`${name} does not hold what was to be broken`);
  return zipSync({ ...files, [name]: strToU8(after) });
}
