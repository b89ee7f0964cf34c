import { PdfArray, PdfDict, PdfNumber, type PdfObject } from "@libpdf/core";
import { type Pdf, resolved } from "./open-pdf.js";

/** A part of the structure (ISO 32000-2, 14.7.2). */
export interface Element {
  kind: "element";
  /** By its standard name, where the file ties its own to one. */
  role: string;
  alt: string;
  children: Iterable<Node>;
}

/** Marked content of a page, by its number there. */
export interface ContentNode {
  kind: "content";
  page: number;
  id: number;
}

/** An annotation, and the page that is to show it. */
export interface ObjectNode {
  kind: "object";
  page: number;
  object: PdfDict;
}

export type Node = Element | ContentNode | ObjectNode;

// A structure is not as deep; one that holds itself would have no end.
const DEEPEST = 200;

/** The articles of a document, in order: nothing but what belongs to a pattern is tagged as one (14.8.4.4). */
export function articlesOf(pdf: Pdf): Element[] {
  const root = pdf.catalog.getDict("StructTreeRoot", pdf.resolve);
  return root ? [...articlesIn(childrenOf(pdf, root, rolesOf(pdf, root), -1, 0))] : [];
}

function* articlesIn(nodes: Iterable<Node>): Iterable<Element> {
  for (const node of nodes) {
    if (node.kind !== "element") continue;
    if (node.role === "Art") yield node;
    else yield* articlesIn(node.children);
  }
}

/** What stands in a document outside of its articles: elements that hold none. */
export function outsideArticles(pdf: Pdf): Element[] {
  const root = pdf.catalog.getDict("StructTreeRoot", pdf.resolve);
  return root ? [...outsideIn(childrenOf(pdf, root, rolesOf(pdf, root), -1, 0))] : [];
}

function* outsideIn(nodes: Iterable<Node>): Iterable<Element> {
  for (const node of nodes) {
    if (node.kind !== "element" || node.role === "Art") continue;
    if (node.role === "Document" || holdsArticle(node)) yield* outsideIn(node.children);
    else yield node;
  }
}

function holdsArticle({ children }: Element): boolean {
  return [...children].some((child) => child.kind === "element" && (child.role === "Art" || holdsArticle(child)));
}

/** What an element holds of pages, in order. */
export function* contentsOf({ children }: Element): Iterable<ContentNode> {
  for (const child of children) {
    if (child.kind === "content") yield child;
    else if (child.kind === "element") yield* contentsOf(child);
  }
}

type Roles = ReadonlyMap<string, string>;

function rolesOf({ resolve }: Pdf, root: PdfDict): Roles {
  const map = root.getDict("RoleMap", resolve);
  return new Map([...(map ?? [])].map(([{ value: own }]) => [own, map?.getName(own, resolve)?.value ?? own]));
}

/** What an element holds, in order (table 355). */
function* childrenOf(pdf: Pdf, parent: PdfDict, roles: Roles, page: number, depth: number): Iterable<Node> {
  const kids = parent.get("K", pdf.resolve);
  for (const kid of kids instanceof PdfArray ? kids : [kids]) {
    const node = depth < DEEPEST ? toNode(pdf, resolved(pdf, kid), roles, page, depth) : undefined;
    if (node) yield node;
  }
}

function toNode(pdf: Pdf, kid: PdfObject | undefined, roles: Roles, outer: number, depth: number): Node | undefined {
  if (kid instanceof PdfNumber) return { kind: "content", page: outer, id: kid.value };
  if (!(kid instanceof PdfDict)) return undefined;
  const own = pdf.pageAt(kid.get("Pg"));
  const page = own < 0 ? outer : own;
  const type = kid.getName("Type", pdf.resolve)?.value;
  if (type === "MCR") return { kind: "content", page, id: kid.getNumber("MCID", pdf.resolve)?.value ?? -1 };
  if (type === "OBJR") {
    const object = kid.getDict("Obj", pdf.resolve);
    return object && { kind: "object", page, object };
  }
  const role = kid.getName("S", pdf.resolve)?.value ?? "";
  return {
    kind: "element",
    role: roles.get(role) ?? role,
    alt: kid.getString("Alt", pdf.resolve)?.asString() ?? "",
    // Read each time they are asked for: most are once.
    children: { [Symbol.iterator]: () => childrenOf(pdf, kid, roles, page, depth + 1)[Symbol.iterator]() },
  };
}
