import type { BlockContent, Blockquote, DefinitionContent, Nodes, Root } from "mdast";
import { visit } from "../../../trees/visit.js";
import { parseMarkdown } from "../markdown.js";
import type { FoundMarkup } from "./find-markup.js";

/** A container of Pandoc, Docusaurus, VitePress or GitBook that says of its text what a callout does. */
export interface Container {
  kind: string;
  title: string;
  /** Character offsets of its content. */
  start: number;
  end: number;
}

// As these systems name them, and GitHub and Obsidian name callouts; others, such as columns and tabs, only lay out.
const KINDS = new Set(
  `note tip important warning caution info danger error success question example abstract summary todo hint attention
  details quote`.split(/\s+/),
);

/**
 * Ties the fences of containers that are callouts to one another; they are taken out with the title, which
 * `wrapContainers` sets. A fence that closes one is told of with the one that opens it. Outer ones come before those in them.
 */
export function pairContainers(found: readonly FoundMarkup[]): Container[] {
  const containers: Container[] = [];
  const open: FoundMarkup[] = [];
  for (const fence of found.filter(({ name }) => name === "container" || name === "hint")) {
    const opens = Object.values(fence.groups).some((group) => group !== undefined);
    const opening = opens ? undefined : open.pop();
    if (opens) open.push(fence);
    if (!opening) continue;
    fence.quiet = true;
    const kind = kindOf(opening);
    if (!kind) continue;
    opening.taken = [{ start: opening.start, end: opening.end, lines: true }];
    containers.push({ kind, title: titleOf(opening), start: opening.end, end: fence.start });
  }
  return containers.sort((a, b) => a.start - b.start);
}

/** `note`, `{note}`, `{.callout-tip}`; undefined where it is no callout. */
function kindOf({ groups: { kind, attributes = "" } }: FoundMarkup): string | undefined {
  const names = [
    kind,
    /^[\w-]+$/.exec(attributes)?.[0],
    ...[...attributes.matchAll(/\.(?:callout-)?([\w-]+)/g)].map((name) => name[1]),
  ];
  return names.find((name) => name !== undefined && KINDS.has(name.toLowerCase()))?.toLowerCase();
}

function titleOf({ groups: { label, title, attributes = "" } }: FoundMarkup): string {
  return label ?? title ?? /\btitle=(?:"([^"]*)"|'([^']*)')/.exec(attributes)?.slice(1).find(Boolean) ?? "";
}

/** Makes callouts of the blocks in containers. */
export function wrapContainers(tree: Root, containers: readonly Container[]): void {
  for (const { kind, title, start, end } of containers) {
    let wrapped = false;
    visit(tree, (parent) => {
      if (wrapped) return false;
      if (!("children" in parent)) return undefined;
      const siblings: Nodes[] = parent.children;
      const inside = siblings.filter((child) => isBlock(child)).filter((child) => isWithin(child, start, end));
      const [first] = inside;
      if (!first) return undefined;
      const quote: Blockquote = {
        type: "blockquote",
        children: [...titleParagraph(title), ...inside],
        data: { hProperties: { className: ["callout"], dataKind: kind } },
      };
      siblings.splice(siblings.indexOf(first), inside.length, quote);
      wrapped = true;
      return false;
    });
  }
}

type Block = BlockContent | DefinitionContent;
const BLOCKS = new Set(
  "paragraph heading thematicBreak blockquote list table html code math definition footnoteDefinition".split(" "),
);

function isBlock(node: Nodes): node is Block {
  return BLOCKS.has(node.type);
}

function isWithin({ position }: Block, start: number, end: number): boolean {
  const [from, to] = [position?.start.offset, position?.end.offset];
  return from !== undefined && to !== undefined && from >= start && to <= end;
}

function titleParagraph(title: string): Block[] {
  const [paragraph] = title === "" ? [] : parseMarkdown(title).children;
  if (paragraph?.type !== "paragraph") return [];
  visit(paragraph, (node) => {
    delete node.position;
  });
  return [{ ...paragraph, data: { hProperties: { className: ["callout-title"] } } }];
}
