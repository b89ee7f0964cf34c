import type { Element, Root } from "hast";
import { toString as toText } from "hast-util-to-string";
import { toXast } from "hast-util-to-xast";
import { toXml } from "xast-util-to-xml";
import { SKIP, visit } from "../../trees/visit.js";

/**
 * SVG in raw HTML becomes a picture that stands in the text: it is looked at, and shown, as one in a file is, and its ids
 * and styles are no others'. Its title says what it shows, and its words are in it.
 */
export function drawingsToImages(tree: Root): void {
  visit(tree, "element", (element, index, parent) => {
    if (element.tagName !== "svg" || !parent || index === undefined) return undefined;
    const xml = toXml(toXast({ ...element, properties: { ...element.properties, xmlns: SVG } }, { space: "svg" }));
    const image: Element = {
      type: "element",
      tagName: "img",
      properties: { src: `data:image/svg+xml;base64,${Buffer.from(xml).toString("base64")}`, alt: describe(element) },
      children: [],
      ...(element.position ? { position: element.position } : {}),
    };
    parent.children[index] = image;
    return SKIP;
  });
}

const SVG = "http://www.w3.org/2000/svg";

/** Its name, its description and the words in it, in that order. */
function describe(svg: Element): string {
  const own = svg.children.filter((child) => child.type === "element");
  const [title, description] = ["title", "desc"].map((name) => {
    const named = own.find(({ tagName }) => tagName === name);
    return named ? wordsOf(named) : "";
  });
  const labels: string[] = [];
  visit(svg, "element", (element) => {
    if (element.tagName !== "text" && element.tagName !== "foreignObject") return undefined;
    labels.push(wordsOf(element));
    return SKIP;
  });
  const name = title || String(svg.properties.ariaLabel ?? "").trim();
  return [name, description, labels.filter(Boolean).join(", ")].filter(Boolean).join(": ");
}

function wordsOf(element: Element): string {
  return toText(element).replace(/\s+/g, " ").trim();
}
