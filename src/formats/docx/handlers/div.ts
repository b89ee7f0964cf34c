import type { Handle } from "../state.js";
import { GUTTER, MEASURE } from "../styles/measures.js";
import { hasClass } from "./class-name.js";

/** A division; what is for the margin stands in the space for notes, at the foot of the page. */
export const div: Handle = (state, element, place) => {
  if (!hasClass(element, "margin")) return state.all(element, place);
  const at = MEASURE + GUTTER;
  const width = place.full - at;
  const inner = { ...place, style: "MarginNote", width, full: width, turned: 0 } as const;
  return state
    .flow(element, inner)
    .map((block) => (block.kind === "paragraph" ? { ...block, aside: { at, width } } : block));
};
