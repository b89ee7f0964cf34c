import type { Element, Properties } from "hast";
import { isWebAddress } from "../../../library/web-address.js";

type Value = Properties[string];
type Check = (value: Value, element: Element) => boolean;

const never: Check = () => false;
const isInteger: Check = (value) => /^-?\d{1,9}$/.test(String(value));
const isSpan: Check = (value) => /^[1-9]\d{0,2}$/.test(String(value));
const isOneOf =
  (...words: string[]): Check =>
  (value) =>
    words.includes(String(value));
const isOnWeb: Check = (value) => isWebAddress(String(value));

/** Where a role may stand that the reader of bodies, or a template, gives. Raw HTML may name any. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  a: ["doc-biblioref", "doc-noteref", "doc-backlink"],
  section: ["doc-endnotes"],
  span: ["img"],
  svg: ["img"],
};

/**
 * Attributes that raw HTML may carry and a content document may not, or only with some values (HTML Living Standard,
 * as EPUB 3.3, 6.1 asks for). Attributes that are not named here are free.
 */
const CHECKS: Readonly<Record<string, Check>> = {
  align: never,
  cite: isOnWeb,
  colSpan: isSpan,
  dir: isOneOf("ltr", "rtl", "auto"),
  itemScope: never,
  itemType: never,
  longDesc: never,
  role: (value, { tagName }) => ROLES[tagName]?.includes(String(value)) ?? false,
  rowSpan: isSpan,
  scope: isOneOf("row", "col", "rowgroup", "colgroup"),
  srcSet: never,
  start: isInteger,
  value: isInteger,
};

/** Drops attributes that would make the document invalid. None of them holds words. */
export function dropAttributes(element: Element): void {
  for (const [name, value] of Object.entries(element.properties)) {
    if (CHECKS[name]?.(value, element) === false) delete element.properties[name];
  }
}
