import type { Element, ElementContent, Properties, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { toXast } from "hast-util-to-xast";
import { toXml } from "xast-util-to-xml";
import { SKIP, visit } from "../../trees/visit.js";
import type { Observation } from "../pattern.js";
import { inLine } from "./mathml-in-line.js";
import { placeOf } from "./place.js";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

// MathML Core, 3: what holds characters, what has so many parts, and what has any number of them.
const TOKENS = words("mi mn mo mtext ms");
const ARITY: Readonly<Record<string, number>> = {
  mfrac: 2,
  mroot: 2,
  msub: 2,
  msup: 2,
  munder: 2,
  mover: 2,
  msubsup: 3,
  munderover: 3,
};
const GROUPS = words("math mrow msqrt mstyle merror mpadded mphantom mtable mtr mtd");
const ATTRIBUTES = words(`
  accent accentunder columnalign columnlines columnspacing columnspan depth dir display displaystyle fence form height
  largeop linethickness lspace mathvariant maxsize minsize movablelimits rowlines rowspan rspace scriptlevel separator
  stretchy symmetric voffset width
`);

/**
 * MathML in raw HTML becomes code that holds a formula, as TeX does: its MathML stands beside its words, for the editions that
 * set it. The words are the TeX that it was made from, where it says so.
 */
export function mathmlToFormulas(tree: Root, observations: Observation[]): void {
  visit(tree, "element", (element, index, parent) => {
    // Only what was made here is taken for a formula.
    delete element.properties.dataMathml;
    if (element.tagName !== "math" || !parent || index === undefined) return undefined;
    for (const found of listActive(element)) observations.push({ rule: "html-is-safe", found, ...placeOf(element) });
    const tex = annotationOf(element);
    const math = cleanMath(element);
    const code: Element = {
      type: "element",
      tagName: "code",
      properties: { className: ["language-math"], dataMathml: toXml(toXast(math)) },
      children: [{ type: "text", value: tex ?? inLine(math) }],
      ...(element.position ? { position: element.position } : {}),
    };
    const isBlock = parent.type === "root" || element.properties.display === "block";
    if (isBlock && parent.type === "element" && parent.tagName === "p" && standsAlone(element, parent)) {
      Object.assign(parent, { tagName: "pre", children: [code] });
    } else if (isBlock && (parent.type === "root" || parent.tagName === "div")) {
      parent.children[index] = { type: "element", tagName: "pre", properties: {}, children: [code] };
    } else parent.children[index] = code;
    return SKIP;
  });
}

function standsAlone(math: Element, { children }: Element): boolean {
  return children.every((child) => child === math || (child.type === "text" && child.value.trim() === ""));
}

// Said in other words already (see `annotationOf`), or code.
const DROPPED = words("annotation annotation-xml script style");

function listActive(math: Element): string[] {
  const found: string[] = [];
  visit(math, "element", ({ tagName }) => {
    if (tagName === "script" || tagName === "style") found.push(`<${tagName}>`);
  });
  return found;
}

/** The TeX that a formula says it was made from. */
function annotationOf(math: Element): string | undefined {
  let tex: string | undefined;
  visit(math, "element", ({ tagName, properties, children }) => {
    if (tagName !== "annotation" || !/tex/i.test(String(properties.encoding ?? ""))) return;
    tex ??= toText({ type: "root", children }).trim() || undefined;
  });
  const { alttext } = math.properties;
  return tex ?? (typeof alttext === "string" && alttext.trim() !== "" ? alttext.trim() : undefined);
}

function cleanMath(math: Element): Element {
  return { type: "element", tagName: "math", properties: attributesOf(math), children: cleanParts(math) };
}

function cleanParts({ children }: Element): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === "text") {
      const value = child.value.trim();
      return value === ""
        ? []
        : [{ type: "element", tagName: "mtext", properties: {}, children: [{ type: "text", value }] }];
    }
    return child.type === "element" ? cleanPart(child) : [];
  });
}

function cleanPart(element: Element): ElementContent[] {
  const { tagName } = element;
  const made = (name: string, children: ElementContent[]): ElementContent[] => [
    { type: "element", tagName: name, properties: attributesOf(element), children },
  ];
  if (DROPPED.has(tagName)) return [];
  if (TOKENS.has(tagName)) return made(tagName, [{ type: "text", value: wordsOf(element) }]);
  if (tagName === "mspace") return made(tagName, []);
  if (tagName === "mfenced") return made("mrow", fence(element));
  const parts = cleanParts(element);
  if (Object.hasOwn(ARITY, tagName)) return made(ARITY[tagName] === parts.length ? tagName : "mrow", parts);
  if (tagName === "mtable" || tagName === "mtr")
    return made(
      tagName,
      parts.map((part) => inside(tagName, part)),
    );
  // What is known to no browser gives way to what is in it.
  return GROUPS.has(tagName) ? made(tagName, parts) : parts;
}

/** The characters of a token; HTML may stand in one, and code in that. */
function wordsOf({ children }: Element): string {
  return children
    .map((child) => {
      if (child.type === "text") return child.value;
      return child.type === "element" && !DROPPED.has(child.tagName) ? wordsOf(child) : "";
    })
    .join("");
}

/** Rows in a table, cells in a row. */
function inside(tagName: "mtable" | "mtr", part: ElementContent): ElementContent {
  const name = part.type === "element" ? part.tagName : "";
  if (name === "mtr" && tagName === "mtable") return part;
  const cell = name === "mtd" ? part : group("mtd", part);
  return tagName === "mtr" ? cell : group("mtr", cell);
}

function group(tagName: string, part: ElementContent): Element {
  return { type: "element", tagName, properties: {}, children: [part] };
}

/** What MathML 3 could say of brackets in one word (3.3.8). */
function fence(element: Element): ElementContent[] {
  const { open = "(", close = ")", separators = "," } = element.properties;
  const sign = (value: string): ElementContent => ({
    type: "element",
    tagName: "mo",
    properties: {},
    children: [{ type: "text", value }],
  });
  const signs = [...String(separators).replace(/\s/g, "")];
  const parts = cleanParts(element).flatMap((part, at) => {
    const between = signs[at - 1] ?? signs.at(-1);
    return at > 0 && between ? [sign(between), part] : [part];
  });
  return [sign(String(open)), ...parts, sign(String(close))];
}

function attributesOf({ properties }: Element): Properties {
  const kept = Object.entries(properties).filter(
    ([name, value]) => ATTRIBUTES.has(name.toLowerCase()) && /^[\w\s.%+-]*$/.test(String(value)),
  );
  return Object.fromEntries(kept);
}
