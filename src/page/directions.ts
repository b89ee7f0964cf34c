import type { Element, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { SKIP, visit } from "../trees/visit.js";
import type { Locale } from "./locale.js";

type Direction = Locale["direction"];

// Hebrew, Arabic and the scripts beside them in Unicode, with the forms that stand apart for old software.
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LETTER = /\p{L}/gu;

/** Whether any of the characters is written from right to left. */
export function holdsRightToLeft(characters: string): boolean {
  return RIGHT_TO_LEFT.test(characters);
}

/** Which way most letters of a text run; undefined where it has none. */
export function directionOfText(text: string): Direction | undefined {
  const letters = text.match(LETTER) ?? [];
  if (letters.length === 0) return undefined;
  const right = letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length;
  return right * 2 > letters.length ? "rtl" : "ltr";
}

const BLOCK = /^(p|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|table|caption|th|td|figcaption|summary)$/;

/**
 * Gives blocks whose letters run the other way that direction: else their full stops and bullets stand on the wrong
 * side. What the source says of its direction stays. When a whole list or table changes direction, so do its bullets or
 * columns.
 * @param direction that of what is round about
 */
export function directBlocks(parent: Root | Element, direction: Direction): void {
  for (const child of parent.children) {
    if (child.type !== "element" || child.tagName === "pre") continue;
    const { dir } = child.properties;
    const found = dir ?? (BLOCK.test(child.tagName) ? directionOfText(toText(child)) : undefined) ?? direction;
    const own = found === "rtl" ? "rtl" : "ltr";
    if (dir === undefined && own !== direction) child.properties.dir = own;
    directBlocks(child, own);
  }
}

const INTERFACE = new Set(["aliases", "meta", "band", "record", "scores"]);

/** What stands round a text that runs the other way is in the words of the edition, and runs as they do. */
export function directInterface(tree: Root, direction: Direction): void {
  visit(tree, "element", ({ properties }) => {
    const { className } = properties;
    if (Array.isArray(className) && className.includes("body")) return SKIP;
    if (Array.isArray(className) && className.some((name) => INTERFACE.has(String(name)))) properties.dir ??= direction;
    return undefined;
  });
}
