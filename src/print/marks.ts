import { Buffer } from "node:buffer";
import type { Element, Root } from "hast";
import { listBlocks } from "../page/blocks.js";

const PATTERN = "p";
const BLOCK = "b";
const FORMULA = "f";
const MARK = /^(.+)-x-([pbf])(\w+)$/;

/** What a tag of the print was marked with. */
export interface Mark {
  /** The language without the mark, BCP 47. */
  language: string;
  of: "pattern" | "block" | "formula";
  /** Number of the pattern, name of the block, or what the formula is in TeX. */
  name: string;
}

/**
 * Marks a pattern and its blocks, so that the print tells on which page each begins. Chromium hands the language of an
 * element on to its tag, and a private-use subtag (RFC 5646, 2.2.7) has no meaning for other programs. A link to every
 * block would also work, but would cost Chromium milliseconds on every page.
 */
export function markBlocks(tree: Root, number: number, language: string): void {
  const article = tree.children.find((node) => node.type === "element" && node.tagName === "article");
  if (article?.type !== "element") return;
  for (const [name, { properties }] of listBlocks(tree)) {
    properties.lang = `${String(properties.lang ?? language)}-x-${BLOCK}${name}`;
    delete properties.dataBlock;
  }
  article.properties.lang = `${language}-x-${PATTERN}${number}`;
}

/** Marks a formula, which Chromium takes for nothing, with its source. */
export function markFormula({ properties }: Element, tex: string, language: string): void {
  properties.lang = `${language}-x-${FORMULA}${Buffer.from(tex).toString("hex")}`;
}

/** Undefined for a language that is not marked. */
export function parseMark(text: string): Mark | undefined {
  const [, language, of, name] = MARK.exec(text) ?? [];
  if (!language || !name) return undefined;
  if (of === FORMULA) return { language, of: "formula", name: Buffer.from(name, "hex").toString() };
  return { language, of: of === PATTERN ? "pattern" : "block", name };
}
