import { hasClass } from "../../../page/class-names.js";
import type { Handle } from "../state.js";

/** A pattern: whole, or on a card. */
export const article: Handle = (state, element, place) =>
  hasClass(element, "card") ? state.flow(element, { ...place, style: "CardText" }) : state.all(element, place);
