import { typeset } from "../../../page/typography.js";
import type { Handle } from "../state.js";

/** An inline quotation, in the quotation marks of its language. */
export const q: Handle = (state, element, place) => {
  const [open = "", close = ""] = typeset('"…"', place.language).split("…");
  const sign = (value: string): ReturnType<Handle> => [{ kind: "text", value, marks: place.marks, verbatim: false }];
  return [...sign(open), ...state.all(element, place), ...sign(close)];
};
