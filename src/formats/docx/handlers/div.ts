import { hasClass } from "../../../page/class-names.js";
import type { Handle } from "../state.js";
import { GUTTER } from "../styles/measures.js";

/** 25 mm: a code and its address. */
const NARROWEST = 1400;

/** A division; what is for the margin stands in the space for notes, where there is one, at the foot of the page. */
export const div: Handle = (state, element, inherited) => {
  if (!hasClass(element, "margin")) return state.all(element, inherited);
  const at = inherited.width + GUTTER;
  const width = inherited.full - at;
  // Word and LibreOffice place a frame differently beside text that runs from right to left, and beside a footnote
  // LibreOffice never finishes its layout.
  if (width < NARROWEST || inherited.rightToLeft) return state.flow(element, { ...inherited, style: "MarginNote" });
  const inner = { ...inherited, style: "MarginNote", width, full: width, turned: 0 } as const;
  return state
    .flow(element, inner)
    .map((block) => (block.kind === "paragraph" ? { ...block, aside: { at, width } } : block));
};
