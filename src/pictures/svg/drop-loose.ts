import type { Element } from "xast";
import { visit } from "../../trees/visit.js";

const PAINTS = new Set(["linearGradient", "radialGradient", "pattern"]);
const NOT_USED = new Set([...PAINTS, "clipPath"]);

/** What some properties may point at (SVG 1.1, 11.2 and 14.3.5); others, and style sheets, at any part. */
const MAY_POINT_AT: Readonly<Record<string, (name: string) => boolean>> = {
  fill: (name) => PAINTS.has(name),
  stroke: (name) => PAINTS.has(name),
  "clip-path": (name) => name === "clipPath",
};

/**
 * Takes out references to parts that a drawing does not have, or that are of another kind, in place: browsers draw nothing
 * for them, and an e-book with one is not valid (EPUB 3.3, RSC-012 and RSC-014 of EPUBCheck).
 */
export function dropLoose(svg: Element): void {
  const parts = new Map<string, string>();
  visit(svg, "element", ({ name, attributes: { id } }) => {
    if (typeof id === "string") parts.set(id, name);
  });
  visit(svg, "element", (element) => {
    const { name, attributes } = element;
    const href = attributes["xlink:href"];
    if (typeof href === "string" && href.startsWith("#")) {
      const part = parts.get(href.slice(1));
      if (part === undefined || (name === "use" && NOT_USED.has(part))) delete attributes["xlink:href"];
    }
    for (const [property, value] of Object.entries(attributes)) {
      if (typeof value !== "string" || !value.includes("url(#")) continue;
      attributes[property] = keepTied(value, parts, MAY_POINT_AT[property]);
    }
    if (name !== "style") return;
    for (const child of element.children) if (child.type === "text") child.value = keepTied(child.value, parts);
  });
}

/** A value, or declarations, without references to nothing: what stands after one is meant for that case. */
function keepTied(text: string, parts: ReadonlyMap<string, string>, fits = (_: string): boolean => true): string {
  return text.replace(/url\(#([\w.-]+)\)\s*([^;}]*)/g, (whole, id: string, rest: string) => {
    const part = parts.get(id);
    return part !== undefined && fits(part) ? whole : rest.trim() || "none";
  });
}
