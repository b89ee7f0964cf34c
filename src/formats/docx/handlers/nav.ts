import { hasClass } from "../../../page/class-names.js";
import type { Handle } from "../state.js";

const SPACE_BEFORE_CLOSING = 320;

/** A band: larger patterns before the text, smaller and neighbouring ones after it. */
export const nav: Handle = (state, element, inherited) => {
  if (hasClass(element, "contents")) return state.flow(element, inherited);
  if (!hasClass(element, "down")) return state.flow(element, { ...inherited, style: "Band" });
  const blocks = state.flow(element, { ...inherited, style: "ClosingBand" });
  return blocks.map((block, at) =>
    block.kind === "paragraph" && at === 0 ? { ...block, spaceBefore: SPACE_BEFORE_CLOSING } : block,
  );
};
