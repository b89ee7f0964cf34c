import { toParagraph } from "../paragraphs.js";
import type { Handle } from "../state.js";

/** A rule between two passages: the border of a paragraph without words. */
export const hr: Handle = (_state, _element, inherited) => [toParagraph([], { ...inherited, style: "Rule" })];
