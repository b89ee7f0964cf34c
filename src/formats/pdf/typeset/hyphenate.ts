import { createRequire } from "node:module";
import type { Element, ElementContent, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { splitAddresses } from "../../../page/addresses.js";
import { SKIP, visit } from "../../../trees/visit.js";

const require = createRequire(import.meta.url);

const SOFT_HYPHEN = "\u00ad";
// A break leaves at least three letters on the next line; shorter words are not broken at all.
const SHORTEST_REST = 3;
const LONG_WORD = /\p{L}{6,}/gu;
// Letters. No word of any language that has patterns is as long, and what is takes the square of its length to look through.
const LONGEST_WORD = 200;

/** Patterns by BCP 47 tag; a tag without its own takes those of its base language. */
const DICTIONARIES: Readonly<Record<string, string>> = {
  en: "en-us",
  "en-gb": "en-gb",
  "en-au": "en-gb",
  "en-ie": "en-gb",
  "en-nz": "en-gb",
  de: "de-1996",
  es: "es",
  fr: "fr",
  it: "it",
  nl: "nl",
  pt: "pt",
  ca: "ca",
  pl: "pl",
  sv: "sv",
  da: "da",
  fi: "fi",
};

/** Hyphenation by language, each dictionary opened once. */
export function openDictionaries(): (language: string) => Hyphenate {
  const open = new Map<string, Hyphenate>();
  return (language) => {
    const hyphenate = open.get(language) ?? createHyphenator(language);
    open.set(language, hyphenate);
    return hyphenate;
  };
}

/** A function that puts soft hyphens into text. */
export type Hyphenate = (text: string) => string;

/** What the modules of `hyphen` export, as far as it is used here. */
interface Dictionary {
  hyphenateSync(word: string, options: { hyphenChar: string }): string;
}

/** Hyphenation for a language; text of a language without patterns comes back as it is. */
function createHyphenator(language: string): Hyphenate {
  const tag = language.toLowerCase();
  const dictionary = DICTIONARIES[tag] ?? DICTIONARIES[tag.split("-")[0] ?? tag];
  if (!dictionary) return (text) => text;
  const { hyphenateSync }: Dictionary = require(`hyphen/${dictionary}`);
  const known = new Map<string, string>();
  const hyphenateWord = (word: string): string => {
    if (word.length > LONGEST_WORD) return word;
    const found = known.get(word);
    if (found !== undefined) return found;
    const hyphenated = dropShortRest(hyphenateSync(word, { hyphenChar: SOFT_HYPHEN }));
    known.set(word, hyphenated);
    return hyphenated;
  };
  return (text) => text.replace(LONG_WORD, hyphenateWord);
}

// Names stay whole where they can: longer words fill a line of a narrow column, or of a head, and would be cut anywhere.
const LONG_IN_LISTS = /\p{L}{16,}/gu;
const LONG_IN_HEADS = /\p{L}{24,}/gu;

/** Hyphenates the longest words alone: for names in lists and bands. */
export function hyphenateLongest(text: string, hyphenate: Hyphenate): string {
  return text.replace(LONG_IN_LISTS, hyphenate);
}

function dropShortRest(word: string): string {
  const last = word.lastIndexOf(SOFT_HYPHEN);
  if (last < 0 || word.length - last - 1 >= SHORTEST_REST) return word;
  return word.slice(0, last) + word.slice(last + 1);
}

const UNBROKEN = new Set("code pre kbd samp tt th svg".split(" "));
const HOLDS_NAMES = /^(h[1-6]|header|nav)$/;
// Links, and the record of a pattern: their addresses break, their words do not.
const HOLDS_DATA = /^(a|footer)$/;
// A narrow column of single words would be broken into syllables: the browser takes every break it may.
const SHORTEST_CELL = 30;

/**
 * Puts soft hyphens into running text and break opportunities into addresses; words of code and links stay whole, those of
 * heads and bands too, but for the longest.
 * @param inLanguage gives the hyphenation of a language; what stands in another one has a `lang` attribute
 */
export function hyphenateTree(tree: Root, inLanguage: (language: string) => Hyphenate, language: string): void {
  const hyphenate = inLanguage(language);
  visit(tree, (node, index, parent) => {
    if (node.type === "element" && staysWhole(node)) return SKIP;
    if (node.type === "element" && HOLDS_NAMES.test(node.tagName)) {
      hyphenateNames(node, inLanguage, language);
      return SKIP;
    }
    if (node.type === "element" && HOLDS_DATA.test(node.tagName)) {
      hyphenateTree({ type: "root", children: node.children }, () => keepWhole, language);
      return SKIP;
    }
    if (node.type === "element" && typeof node.properties.lang === "string" && node.properties.lang !== language) {
      hyphenateTree({ type: "root", children: node.children }, inLanguage, node.properties.lang);
      return SKIP;
    }
    if (node.type !== "text" || !parent || index === undefined) return undefined;
    if (/\w:\/\/|\bwww\.|\bdoi\.org/.test(node.value)) {
      const pieces = breakAddresses(node.value, hyphenate);
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    }
    node.value = hyphenate(node.value);
    return undefined;
  });
}

function hyphenateNames(names: Element, inLanguage: (language: string) => Hyphenate, language: string): void {
  const long = names.tagName === "nav" ? LONG_IN_LISTS : LONG_IN_HEADS;
  hyphenateLong(names, long, inLanguage, language);
}

function hyphenateLong(
  names: Element,
  long: RegExp,
  inLanguage: (language: string) => Hyphenate,
  around: string,
): void {
  const { lang } = names.properties;
  const language = typeof lang === "string" ? lang : around;
  for (const child of names.children) {
    if (child.type === "text") child.value = child.value.replace(long, inLanguage(language));
    else if (child.type === "element" && !staysWhole(child)) hyphenateLong(child, long, inLanguage, language);
  }
}

function staysWhole(element: Element): boolean {
  return UNBROKEN.has(element.tagName) || (element.tagName === "td" && toText(element).length < SHORTEST_CELL);
}

function keepWhole(text: string): string {
  return text;
}

/** An address has no hyphens, but places where it may break. */
function breakAddresses(text: string, hyphenate: Hyphenate): ElementContent[] {
  return splitAddresses(text).flatMap((pieces, at): ElementContent[] => {
    if (at % 2 === 0) return pieces.filter((piece) => piece !== "").map((piece) => textNode(hyphenate(piece)));
    const broken = pieces.flatMap((piece, part) =>
      part === 0 ? [textNode(piece)] : [breakOpportunity(), textNode(piece)],
    );
    // The style sheet lets it break there and nowhere else.
    return [{ type: "element", tagName: "span", properties: { className: ["address"] }, children: broken }];
  });
}

function textNode(value: string): ElementContent {
  return { type: "text", value };
}

function breakOpportunity(): Element {
  return { type: "element", tagName: "wbr", properties: {}, children: [] };
}
