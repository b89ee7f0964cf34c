import type { Handle } from "../state.js";

/** A picture with its caption, kept on one page. */
export const figure: Handle = (state, element, place) => {
  const blocks = state.flow(element, { ...place, style: "Figure" });
  return blocks.map((block, at) =>
    block.kind === "paragraph" && at < blocks.length - 1 ? { ...block, keepNext: true } : block,
  );
};

export const figcaption: Handle = (state, element, place) => state.flow(element, { ...place, style: "Caption" });
