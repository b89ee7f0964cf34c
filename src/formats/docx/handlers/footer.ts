import { hasClass } from "../../../page/class-names.js";
import type { Handle } from "../state.js";

/** What is on record about a pattern, after its text. */
export const footer: Handle = (state, element, inherited) =>
  hasClass(element, "record") ? state.flow(element, { ...inherited, style: "Record" }) : state.all(element, inherited);
