import type { Element } from "xast";

export const SVG = "http://www.w3.org/2000/svg";
export const XLINK = "http://www.w3.org/1999/xlink";

/** Namespaces by prefix; the one without a prefix by "". */
export type Scope = Readonly<Record<string, string>>;

/** The namespaces that an element adds to those of its parent (Namespaces in XML 1.0, 6.1). */
export function widen(scope: Scope, { attributes }: Element): Scope {
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes)) {
    const prefix = name === "xmlns" ? "" : /^xmlns:(.+)$/.exec(name)?.[1];
    if (prefix !== undefined && typeof value === "string") own[prefix] = value;
  }
  return Object.keys(own).length > 0 ? { ...scope, ...own } : scope;
}
