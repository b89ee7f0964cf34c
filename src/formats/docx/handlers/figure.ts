import type { Handle } from "../state.js";

/** A picture with its caption, kept on one page. */
export const figure: Handle = (state, element, inherited) => {
  const blocks = state.flow(element, { ...inherited, style: "Figure" });
  return blocks.map((block, at) =>
    block.kind === "paragraph" && at < blocks.length - 1 ? { ...block, keepNext: true } : block,
  );
};

export const figcaption: Handle = (state, element, inherited) =>
  state.flow(element, { ...inherited, style: "Caption" });
