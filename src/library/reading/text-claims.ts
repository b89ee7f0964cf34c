import type { Link, LinkReference, Nodes, Paragraph, Root, TableCell, TableRow } from "mdast";
import { toString as toText } from "mdast-util-to-string";
import { visit } from "../../trees/visit.js";
import type { RoleOf } from "../body/roles.js";
import { RELATION_KINDS, type RelationClaim, type RelationKind } from "../pattern.js";
import type { OutlineSection } from "./outline.js";
import { parsePlace } from "./place.js";
import type { ReadingRule } from "./rule.js";
import { wordPattern } from "./word-pattern.js";

/**
 * The relations that sections state by linking to other patterns: those that the rule names, else the one that is about
 * related patterns. Where a link leads is not known yet.
 */
export function claimsInText(
  { relations }: ReadingRule,
  sections: readonly OutlineSection[],
  { tree, roleOf }: { tree: Root; roleOf: RoleOf },
): RelationClaim[] {
  const named = RELATION_KINDS.flatMap((kind) =>
    (relations[kind]?.in ?? []).flatMap((written) => {
      const place = parsePlace(written);
      return place?.kind === "section" ? [{ kind, depth: place.depth, pattern: wordPattern(place.words) }] : [];
    }),
  );
  const kindOf = ({ heading, title }: OutlineSection): RelationKind | undefined => {
    if (named.length === 0) return roleOf(title) === "related-patterns" ? "related" : undefined;
    return named.find(({ depth, pattern }) => heading.depth === depth && pattern.test(title))?.kind;
  };
  const addresses = addressesIn(tree);
  const seen = new Set<Nodes>();
  return sections.flatMap((section) => {
    const kind = kindOf(section);
    if (kind === undefined) return [];
    return section.content
      .filter((node) => !seen.has(node) && seen.add(node))
      .flatMap((node) => claimsIn(node, addresses).map((claim): RelationClaim => ({ kind, ...claim, inText: true })));
  });
}

type TextClaim = Omit<RelationClaim, "kind">;

function claimsIn(node: Nodes, addresses: ReadonlyMap<string, string>): TextClaim[] {
  if (node.type === "paragraph") return claimsInBlock(node, addresses);
  if (node.type === "tableRow") return claimsInRow(node, addresses);
  if (node.type === "listItem") {
    const [opening, ...more] = node.children;
    if (opening?.type !== "paragraph") return node.children.flatMap((child) => claimsIn(child, addresses));
    return [...claimsInBlock(opening, addresses, wordsBeside), ...more.flatMap((child) => claimsIn(child, addresses))];
  }
  return "children" in node ? node.children.flatMap((child: Nodes) => claimsIn(child, addresses)) : [];
}

/** A row tells of the one pattern that it leads to: what stands in the other cells is said of it. */
function claimsInRow({ children: cells }: TableRow, addresses: ReadonlyMap<string, string>): TextClaim[] {
  const isOne = cells.flatMap(linksIn).length === 1;
  return cells.flatMap((cell) => {
    const others = cells.filter((other) => other !== cell).map((other) => tidy(toText(other)));
    const say = (block: Block, link: AnyLink): string =>
      [wordsBeside(block, link), ...others].filter((words) => words !== "").join("; ");
    return claimsInBlock(cell, addresses, isOne ? say : undefined);
  });
}

type AnyLink = Link | LinkReference;
type Block = Paragraph | TableCell;

function linksIn(block: Block): AnyLink[] {
  const links: AnyLink[] = [];
  visit(block, "link", (link) => void links.push(link));
  visit(block, "linkReference", (link) => void links.push(link));
  return links;
}

function claimsInBlock(
  block: Block,
  addresses: ReadonlyMap<string, string>,
  say?: (block: Block, link: AnyLink) => string,
): TextClaim[] {
  const links = linksIn(block);
  const [only] = links;
  const beside = links.length === 1 && only && say ? say(block, only) : "";
  return links.flatMap((link): TextClaim[] => {
    const target = addressOf(link, addresses);
    // A place of the same page is no other pattern.
    if (target === undefined || target === "" || target.startsWith("#")) return [];
    const { line, column } = link.position?.start ?? { line: 1, column: 1 };
    return [{ target, place: { line, column }, ...(beside ? { description: beside } : {}) }];
  });
}

/** What an item says of the one link in it: the words after it or before it; of one in the midst of words all of them. */
function wordsBeside(block: Block, link: AnyLink): string {
  const whole = tidy(toText(block));
  const words = tidy(toText(link));
  if (whole.startsWith(words)) return whole.slice(words.length).replace(/^[\s:–—.,;-]+/, "");
  if (whole.endsWith(words)) return whole.slice(0, whole.length - words.length).replace(/[\s:–—-]+$/, "");
  return whole;
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function addressOf(link: AnyLink, addresses: ReadonlyMap<string, string>): string | undefined {
  if (link.type === "linkReference") return addresses.get(link.identifier);
  const page = link.data?.hProperties?.dataWikilink;
  return typeof page === "string" ? `[[${page}]]` : link.url;
}

function addressesIn(tree: Root): Map<string, string> {
  const addresses = new Map<string, string>();
  visit(tree, "definition", ({ identifier, url }) => void addresses.set(identifier, url));
  return addresses;
}
