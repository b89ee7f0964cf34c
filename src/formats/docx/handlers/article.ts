import { hasClass } from "../../../page/class-names.js";
import type { Handle } from "../state.js";

/** A pattern: whole, or on a card. */
export const article: Handle = (state, element, inherited) =>
  hasClass(element, "card") ? state.flow(element, { ...inherited, style: "CardText" }) : state.all(element, inherited);
