import type { Properties } from "hast";
import { toString as toText } from "hast-util-to-string";
import type { ElementPass } from "./pass.js";

const NOTICE = { tagName: "section", properties: { "epub:type": "notice", role: "doc-notice" } };

/** What a callout is, by its kind: no quotation, though Markdown writes it as one. */
const SEMANTICS: Readonly<Record<string, { tagName: string; properties: Properties }>> = {
  note: { tagName: "aside", properties: { role: "note" } },
  tip: { tagName: "aside", properties: { "epub:type": "tip", role: "doc-tip" } },
  important: NOTICE,
  warning: NOTICE,
  caution: NOTICE,
};

export const markCallout: ElementPass = (quote) => {
  if (quote.tagName !== "blockquote") return;
  const semantics = SEMANTICS[String(quote.properties.dataKind)];
  if (!semantics) return;
  const [label] = quote.children;
  quote.tagName = semantics.tagName;
  Object.assign(quote.properties, semantics.properties, label ? { ariaLabel: toText(label) } : {});
};
