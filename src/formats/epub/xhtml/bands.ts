import type { Element, ElementContent, Properties } from "hast";
import { toString as toText } from "hast-util-to-string";
import { hasClass } from "../../../page/class-names.js";
import { word } from "../../../page/locale.js";
import type { ElementPass } from "./pass.js";

/**
 * The bands of related patterns, sentences in print, become lists: easier to tap, and a screen reader says how many
 * there are. Each band is named by what it relates, so that two on a page are told apart.
 */
export const listBand: ElementPass = (band, locale) => {
  if (!hasClass(band, "band")) return;
  const groups = band.children.filter((child) => child.type === "element").map(toGroup);
  const labels = groups.flatMap(({ label }) => label || []);
  band.properties.ariaLabel = [word(locale, "relations"), labels.join(", ")].filter(Boolean).join(": ");
  band.children = groups.map(({ element }) => element).toSorted((a, b) => Number(isMap(a)) - Number(isMap(b)));
};

/** The map comes after the lists, which say the same in words. */
function isMap({ tagName }: Element): boolean {
  return tagName === "figure";
}

/** `p` with a label and references → a label and a list; any other shape, of a user's template, stays as it is. */
function toGroup(sentence: Element): { label: string; element: Element } {
  const parts = sentence.children.filter((child) => child.type === "element");
  const label = parts.find((part) => hasClass(part, "relation"));
  const references = parts.filter((part) => hasClass(part, "reference"));
  if (!label || references.length === 0) return { label: "", element: sentence };
  const items = references.map((reference) => element("li", [reference]));
  const { lang, dir } = label.properties;
  const head = element("p", label.children, { className: ["relation"], lang, dir });
  const children = [head, element("ul", items)];
  return { label: toText(label), element: { ...sentence, tagName: "div", children } };
}

function element(tagName: string, children: ElementContent[], properties: Properties = {}): Element {
  return { type: "element", tagName, properties, children };
}
