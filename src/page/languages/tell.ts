import type { Element, ElementContent, Properties, Root, RootContent } from "hast";
import { directionOf } from "../text-direction.js";
import { isMarked, type Piece, splitMarked, unmarked } from "./marks.js";

// Elements that hold text alone (HTML Living Standard, 13.1.2); in SVG those that describe (SVG 2, 5.8).
const TEXT_ALONE = new Set(["title", "textarea", "option", "style", "script", "desc"]);

/**
 * Says in `lang` which language marked words are in, and in `dir` which way they run where that is another; takes the marks
 * out, in place.
 * @param language of what is round about, BCP 47
 */
export function tellLanguages(tree: Root, language: string): void {
  tree.children = tree.children.flatMap((child): RootContent[] => {
    if (child.type === "text") return tellText(child.value, language, false);
    if (child.type === "element") tellElement(child, languageOf(child) ?? language, false);
    return [child];
  });
}

function tellElement(element: Element, around: string, drawn: boolean): void {
  const inDrawing = drawn || isDrawn(element);
  const named = tellAttributes(element.properties);
  const only = onlyLanguage(element);
  if (only !== undefined && element.children.length > 0) {
    element.children = [{ type: "text", value: unmarked(textIn(element)) }];
    if (only !== around) setLanguage(element, only, around, inDrawing);
    return;
  }
  // Where it is the name of an element that is in another language, what stands in the element is not.
  const own = named ?? around;
  element.children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === "text") {
      if (!TEXT_ALONE.has(element.tagName)) return tellText(child.value, around, inDrawing, own);
      return [{ ...child, value: unmarked(child.value) }];
    }
    if (child.type !== "element") return [child];
    if (own !== around && languageOf(child) === undefined) child.properties.lang = around;
    tellElement(child, languageOf(child) ?? around, inDrawing);
    return [child];
  });
  if (own !== around) element.properties.lang = own;
}

function isDrawn({ tagName }: Element): boolean {
  return tagName === "svg";
}

function languageOf({ properties: { lang } }: Element): string | undefined {
  return typeof lang === "string" && lang !== "" ? lang : undefined;
}

/** The language of words in attributes, whose marks are taken out. */
function tellAttributes(properties: Properties): string | undefined {
  let language: string | undefined;
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value !== "string" || !isMarked(value)) continue;
    language = splitMarked(value).find((piece) => piece.language !== undefined)?.language;
    properties[name] = unmarked(value);
  }
  return language;
}

function textIn({ children }: Element): string {
  return children.map((child) => (child.type === "text" ? child.value : "")).join("");
}

/** The one language that all words of an element are marked with that holds nothing but text. */
function onlyLanguage(element: Element): string | undefined {
  if (element.children.some(({ type }) => type !== "text")) return undefined;
  const text = textIn(element);
  if (!isMarked(text)) return undefined;
  const pieces = splitMarked(text).filter((piece) => piece.language !== undefined || /\p{L}/u.test(piece.text));
  const [first] = pieces;
  return pieces.every(({ language }) => language === first?.language) ? first?.language : undefined;
}

/** @param own the language that the element round about says it is in */
function tellText(text: string, around: string, drawn: boolean, own = around): ElementContent[] {
  if (!isMarked(text) && (own === around || !/\p{L}/u.test(text))) return [{ type: "text", value: text }];
  return splitMarked(text).map((piece) => tellPiece(piece, around, drawn, own));
}

function tellPiece(piece: Piece, around: string, drawn: boolean, own: string): ElementContent {
  const text = { type: "text", value: piece.text } as const;
  const language = piece.language ?? around;
  if (language === own || !/\p{L}/u.test(piece.text)) return text;
  const span: Element = { type: "element", tagName: drawn ? "tspan" : "span", properties: {}, children: [text] };
  setLanguage(span, language, around, drawn);
  return span;
}

/** @param drawn in SVG, which knows no `dir` */
function setLanguage({ properties }: Element, language: string, around: string, drawn: boolean): void {
  properties.lang = language;
  if (!drawn && directionOf(language) !== directionOf(around)) properties.dir ??= directionOf(language);
}
