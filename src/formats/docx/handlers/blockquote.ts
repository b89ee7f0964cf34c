import { hasClass } from "../../../page/class-names.js";
import { standIn } from "../inherited.js";
import type { Handle } from "../state.js";
import { INDENTS } from "../styles/measures.js";

/** A quotation stands in; a callout has a bar at its left. */
export const blockquote: Handle = (state, element, inherited) => {
  const style = hasClass(element, "callout") ? "Callout" : "Quote";
  const inner = standIn(inherited, INDENTS[style]);
  return state.flow(element, { ...inner, style, ...(style === "Callout" ? { bar: inner.indent } : {}) });
};
