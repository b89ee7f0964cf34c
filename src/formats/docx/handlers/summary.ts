import type { Handle } from "../state.js";

/** The visible line of `details`: paper cannot be unfolded, so it heads what follows. */
export const summary: Handle = (state, element, inherited) =>
  state
    .flow(element, { ...inherited, marks: { ...inherited.marks, bold: true } })
    .map((block) => (block.kind === "paragraph" ? { ...block, keepNext: true } : block));
