import { hasClass } from "../../../page/class-names.js";
import { holdFigures } from "../figures-in-words.js";
import type { Inline } from "../model.js";
import type { Handle } from "../state.js";
import type { CharacterStyle } from "../styles/names.js";
import { byClass } from "./class-name.js";
import { pageOf } from "./contents.js";
import { toControl } from "./control.js";

const STYLES: Readonly<Record<string, CharacterStyle>> = {
  relation: "Relation",
  marks: "Rating",
  origin: "Origin",
  "field-label": "RecordLabel",
};

export const span: Handle = (state, element, inherited) => {
  const { dataControl, dataPage } = element.properties;
  if (dataControl !== undefined) return [toControl(element)];
  if (typeof dataPage === "string") return pageOf(state, element, dataPage);
  const style = byClass(element, STYLES);
  const content = state.all(element, style ? { ...inherited, marks: { ...inherited.marks, style } } : inherited);
  if (["check", "field-label", "contents-number"].some((name) => hasClass(element, name)))
    return [...content, { kind: "tab" }];
  const { ariaLabel } = element.properties;
  if (style !== "Rating" || typeof ariaLabel !== "string") return content;
  // Word text has no alternative: what the dots say stands beside them.
  const words: Inline = {
    kind: "text",
    value: ` ${holdFigures(ariaLabel, inherited.rightToLeft)}`,
    marks: inherited.marks,
    verbatim: false,
  };
  return [...content, words];
};
