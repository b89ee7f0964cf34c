import type { Element, ElementContent } from "hast";
import { countWords } from "../../../library/body/count-words.js";
import { headingLevel, headingText } from "../../../library/body/headings.js";
import { toPlainText } from "../../../library/body/plain-text.js";
import { splitSentences } from "../../../page/essence/sentences.js";

/** A heading, or a piece of text that is not parted. */
export type Block = { text: string; words: number } & (
  | { isHeading: true; level: number; id: string | undefined }
  | { isHeading: false }
);

// What holds other blocks, and may be parted between them. A table and code are read whole or not at all.
const CONTAINERS = new Set(["ul", "ol", "li", "blockquote", "div", "section", "dl", "details", "figure"]);
const WHOLE = new Set(["table", "pre"]);

/**
 * The blocks of a section in order: those of more than `most` words by their parts, down to sentences; never a table or code.
 * @param language BCP 47, for where sentences end
 */
export function listBlocks(nodes: readonly ElementContent[], most: number, language: string): Block[] {
  return nodes.flatMap((node) => (node.type === "element" ? toBlocks(node, most, language) : textBlocks(node)));
}

function textBlocks(node: ElementContent): Block[] {
  return toBlock(toPlainText([node]));
}

function toBlocks(element: Element, most: number, language: string): Block[] {
  const level = headingLevel(element);
  if (level !== undefined) {
    const text = headingText(element).trim();
    const { id } = element.properties;
    return [{ isHeading: true, level, id: id === undefined ? undefined : String(id), text, words: countWords(text) }];
  }
  const text = toPlainText([element]);
  const words = countWords(text);
  const hasHeading = element.children.some((child) => child.type === "element" && headingLevel(child) !== undefined);
  if ((words <= most && !hasHeading) || WHOLE.has(element.tagName)) return toBlock(text);
  if (CONTAINERS.has(element.tagName) && holdsBlocks(element)) return listBlocks(element.children, most, language);
  return joinSentences(splitSentences(text, language), most).flatMap(toBlock);
}

const BLOCKS = new Set([...CONTAINERS, ...WHOLE, "p", "dt", "dd", "summary", "figcaption"]);

function holdsBlocks({ children }: Element): boolean {
  return children.some((child) => child.type === "element" && BLOCKS.has(child.tagName));
}

function toBlock(text: string): Block[] {
  return text === "" ? [] : [{ isHeading: false, text, words: countWords(text) }];
}

/** Sentences in groups of at most `most` words; one that is longer stays whole. */
function joinSentences(sentences: readonly string[], most: number): string[] {
  const groups: { text: string; words: number }[] = [];
  for (const sentence of sentences) {
    const words = countWords(sentence);
    const last = groups.at(-1);
    if (last && last.words + words <= most) {
      last.text = `${last.text} ${sentence}`;
      last.words += words;
    } else groups.push({ text: sentence, words });
  }
  return groups.map(({ text }) => text);
}
