import type { Marks } from "../model.js";
import type { Handle } from "../state.js";

/** An element that formats its text. */
export function mark(added: Marks): Handle {
  return (state, element, inherited) => state.all(element, { ...inherited, marks: { ...inherited.marks, ...added } });
}
