import type { Element } from "hast";
import { toString as toText } from "hast-util-to-string";
import type { Control } from "../model.js";

/** A place to fill in: `data-control` says with what, `data-label` what it is for. */
export function toControl(element: Element): Control {
  const { dataControl, dataLabel } = element.properties;
  return {
    kind: "control",
    fills: dataControl === "check" ? "check" : "text",
    label: String(dataLabel ?? ""),
    hint: toText(element),
  };
}
