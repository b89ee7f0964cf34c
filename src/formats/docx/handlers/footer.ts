import { hasClass } from "../../../page/class-names.js";
import type { Handle } from "../state.js";

/** What is on record about a pattern, after its text. */
export const footer: Handle = (state, element, place) =>
  hasClass(element, "record") ? state.flow(element, { ...place, style: "Record" }) : state.all(element, place);
