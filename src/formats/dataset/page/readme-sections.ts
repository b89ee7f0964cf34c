import type { Element, Root } from "hast";
import { defaultSchema, sanitize } from "hast-util-sanitize";
import type { Root as Mdast, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";

/** A section of the README below a heading of the second level. */
export interface ReadmeSection {
  heading: string;
  html: string;
}

/** The sections of a README as HTML that can stand in a page: whatever titles of patterns hold is shown, and does nothing. */
export function readSections(readme: string): ReadmeSection[] {
  const { children } = parser.parse(withoutHead(readme));
  const starts = children.flatMap((node, at) => (node.type === "heading" && node.depth === 2 ? [at] : []));
  return starts.map((start, at) => {
    const [heading, ...content] = children.slice(start, starts[at + 1]);
    return { heading: heading ? textOf(heading) : "", html: toHtml(content) };
  });
}

const parser = unified().use(remarkParse).use(remarkGfm);
const printer = unified().use(remarkRehype).use(rehypeStringify);

/** The YAML at the beginning is for those who keep datasets. */
function withoutHead(readme: string): string {
  return readme.replace(/^---\n[\s\S]*?\n---\n/, "");
}

function toHtml(children: readonly RootContent[]): string {
  const tree: Mdast = { type: "root", children: [...children] };
  shorten(tree);
  // HTML in a title is words, as everything else in it.
  visit(tree, "html", (node, at, parent) => {
    if (parent && at !== undefined) parent.children[at] = { type: "text", value: node.value } as never; // a text may stand where HTML does
    return SKIP;
  });
  const html = sanitize(printer.runSync(tree), SCHEMA);
  const root: Root = html.type === "root" ? html : { type: "root", children: [] };
  visit(root, "element", (element, at, parent) => {
    if (element.tagName !== "pre" || !parent || at === undefined) return undefined;
    parent.children[at] = frame(element);
    return SKIP;
  });
  return printer.stringify(root);
}

// No ids of a title, and no pictures: nothing is fetched.
const SCHEMA = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== "img" && name !== "input"),
  attributes: { ...defaultSchema.attributes, "*": [], code: [["className", /^language-[\w-]+$/] as [string, RegExp]] },
};

// Entries of a list that are shown; the README has them all.
const MOST = 30;

/** Cuts lists that would be longer than the page. */
function shorten(tree: Mdast): void {
  visit(tree, "list", (list) => {
    const more = list.children.length - MOST;
    if (more <= 0) return;
    const words = `… and ${more} more, in README.md`;
    const paragraph = { type: "paragraph" as const, children: [{ type: "text" as const, value: words }] };
    list.children = [...list.children.slice(0, MOST), { type: "listItem", children: [paragraph] }];
  });
}

/** Code with what it is written in, and room for a button that copies it. */
function frame(pre: Element): Element {
  const code = pre.children.find((child): child is Element => child.type === "element" && child.tagName === "code");
  const names = code?.properties.className;
  const [name] = Array.isArray(names) ? names : [];
  const language = typeof name === "string" ? name.replace("language-", "") : "";
  return {
    type: "element",
    tagName: "div",
    properties: { className: ["code"], dataLanguage: language },
    children: [pre],
  };
}
