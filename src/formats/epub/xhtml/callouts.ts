import type { Element, Properties } from "hast";
import { toString as toText } from "hast-util-to-string";
import { markText } from "../../../page/languages/marks.js";
import type { ElementPass } from "./pass.js";

const NOTICE = { tagName: "section", properties: { "epub:type": "notice", role: "doc-notice" } };

const TIP = { tagName: "aside", properties: { "epub:type": "tip", role: "doc-tip" } };
const NOTE = { tagName: "aside", properties: { role: "note" } };

/** What a callout is, by its kind, GitHub's and Obsidian's: no quotation, though Markdown writes it as one. */
const SEMANTICS: ReadonlyMap<string, { tagName: string; properties: Properties }> = new Map([
  ...["tip", "hint"].map((kind) => [kind, TIP] as const),
  ...["important", "warning", "caution", "attention", "danger", "error"].map((kind) => [kind, NOTICE] as const),
]);

export const markCallout: ElementPass = (quote) => {
  const { dataKind } = quote.properties;
  if (quote.tagName !== "blockquote" || typeof dataKind !== "string") return;
  const semantics = SEMANTICS.get(dataKind.toLowerCase()) ?? NOTE;
  const [label] = quote.children;
  quote.tagName = semantics.tagName;
  Object.assign(quote.properties, semantics.properties, label ? { ariaLabel: nameOf(label) } : {});
};

/** A label in another language than the text names it in that. */
function nameOf(label: Element["children"][number]): string {
  const { lang } = label.type === "element" ? label.properties : {};
  return typeof lang === "string" ? markText(toText(label), lang) : toText(label);
}
