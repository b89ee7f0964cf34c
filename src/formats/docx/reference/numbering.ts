import type { Element } from "xast";
import { keepToSchema } from "./schema.js";
import { elementsOf, exchange, parsePart } from "./xml-tree.js";

/** Its lists are numbered beyond all of ours. */
const APART = 100_000;

const NUMBERED: Readonly<Record<string, string>> = {
  "w:abstractNum": "w:abstractNumId",
  "w:num": "w:numId",
  "w:abstractNumId": "w:val",
  "w:numId": "w:val",
};

/** The lists of a reference document, for its own styles, by kind: numbered apart from ours, without bullets that are pictures. */
export function takeLists(numbering: string | undefined): { kinds: Element[]; instances: Element[] } {
  const part = numbering === undefined ? undefined : parsePart(numbering);
  if (!part) return { kinds: [], instances: [] };
  const own = elementsOf(keepToSchema(setApart(part)));
  return {
    kinds: own.filter(({ name }) => name === "w:abstractNum"),
    instances: own.filter(({ name }) => name === "w:num"),
  };
}

/** The same part with its lists by their new numbers; 0 means none. */
export function setApart(part: Element): Element {
  return exchange(part, (element) => {
    if (element.name === "w:numPicBullet" || element.name === "w:lvlPicBulletId") return [];
    const key = NUMBERED[element.name];
    const number = key === undefined ? Number.NaN : Number(element.attributes[key]);
    if (key === undefined || !Number.isInteger(number) || (element.name === "w:numId" && number === 0))
      return undefined;
    return [{ ...element, attributes: { ...element.attributes, [key]: String(number + APART) } }];
  });
}
