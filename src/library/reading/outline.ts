import type { Heading, Nodes, Root, RootContent } from "mdast";
import { toString as toText } from "mdast-util-to-string";
import { visit } from "../../trees/visit.js";
import type { Point } from "../point.js";
import { wordPattern } from "./word-pattern.js";

/** A heading of a body with what stands below it, up to the next of its depth or above. */
export interface OutlineSection {
  heading: Heading;
  /** The words of the heading, without a number before them. */
  title: string;
  /** Whether a number stood there: sections are numbered, titles are not. */
  isNumbered: boolean;
  content: RootContent[];
  place: Point;
}

const NUMBER = /^(?:section\s+\d+\s*[:.–-]\s*|\d+[.)]\s+)/i;

/** The sections of a body, those in others too, in order. */
export function outline({ children }: Root): OutlineSection[] {
  return children.flatMap((heading, at): OutlineSection[] => {
    if (heading.type !== "heading") return [];
    const end = children.findIndex(
      (node, index) => index > at && node.type === "heading" && node.depth <= heading.depth,
    );
    const { line, column } = heading.position?.start ?? { line: 1, column: 1 };
    return [
      {
        heading,
        title: titleOf(heading),
        isNumbered: NUMBER.test(toText(heading)),
        content: children.slice(at + 1, end < 0 ? children.length : end),
        place: { line, column },
      },
    ];
  });
}

function titleOf(heading: Heading): string {
  const words = toText(heading).replace(/\s+/g, " ").trim();
  return words.replace(NUMBER, "").replace(/\s*:$/, "") || words;
}

/**
 * The first section of that name that says something of its own: of that depth, else of a lesser one. What stands below
 * further headings in it is not its own.
 */
export function findSection(
  sections: readonly OutlineSection[],
  { depth, words }: { depth: number; words: string },
): OutlineSection | undefined {
  const pattern = wordPattern(words);
  const named = sections
    .filter(({ heading, title }) => heading.depth <= depth && pattern.test(title))
    .map((section) => ({ ...section, content: ownContent(section) }))
    .filter(({ content }) => content.some((node) => wordsOf(node) !== ""));
  return named.find(({ heading }) => heading.depth === depth) ?? named[0];
}

/** What stands between a heading and the next. */
export function ownContent({ content }: OutlineSection): RootContent[] {
  const next = content.findIndex(({ type }) => type === "heading");
  return next < 0 ? content : content.slice(0, next);
}

// What stands apart from the text that it stands in.
const APART = new Set(["definition", "footnoteDefinition"]);
const COMMENT = /^<!--[\s\S]*?-->$/;
// What words cannot stand for.
const MORE = new Set(["image", "imageReference", "table", "code", "html", "math"]);

/** Whether a section is words alone, so that nothing is lost where they are read as a field. */
export function isWords(nodes: readonly Nodes[]): boolean {
  return nodes.every(
    (node) => isComment(node) || (!MORE.has(node.type) && (!("children" in node) || isWords(node.children))),
  );
}

/** What a section says, in one line. */
export function textOf({ content }: OutlineSection): string {
  return content.map(wordsOf).filter(Boolean).join(" ");
}

/** What a section lists: the items of its lists, else the lines of its paragraphs. */
export function itemsOf({ content }: OutlineSection): string[] {
  const lists = content.filter((node) => node.type === "list");
  const items = lists.flatMap(({ children }) => children.map(wordsOf));
  return (items.length > 0 ? items : content.flatMap(linesOf)).filter(Boolean);
}

/** The links of a section that lead out of its page, with their words. */
export function linksIn({ content }: OutlineSection): { words: string; url: string }[] {
  const links: { words: string; url: string }[] = [];
  for (const node of content) {
    visit(node, "link", (link) => {
      const words = wordsOf(link);
      if (words !== "" && /^[a-z][a-z\d+.-]*:[^\s()]+$/i.test(link.url) && !/[[\]]/.test(words))
        links.push({ words, url: link.url });
    });
  }
  return links;
}

/** Whether a section is a list and nothing else. */
export function isListAlone({ content }: OutlineSection): boolean {
  const said = content.filter((node) => wordsOf(node) !== "");
  return said.length > 0 && said.every(({ type }) => type === "list");
}

function linesOf(node: RootContent): string[] {
  if (APART.has(node.type) || isComment(node)) return [];
  return toText(node)
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim());
}

const BLOCKS = new Set(["blockquote", "list", "listItem"]);

/** Comments are taken out by themselves, wherever they stand. */
function isComment(node: Nodes): boolean {
  return node.type === "html" && COMMENT.test(node.value.trim());
}

function wordsOf(node: Nodes): string {
  if (APART.has(node.type) || isComment(node)) return "";
  const text =
    BLOCKS.has(node.type) && "children" in node ? node.children.map(wordsOf).filter(Boolean).join(" ") : toText(node);
  return text.replace(/\s+/g, " ").trim();
}
