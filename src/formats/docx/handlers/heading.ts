import type { Handle } from "../state.js";
import type { ParagraphStyle } from "../styles/names.js";
import { byClass } from "./class-name.js";

/** The pattern's title is the document's: its sections begin at Word's first level. */
const STYLES: Readonly<Record<string, ParagraphStyle>> = {
  h1: "Title",
  h2: "Heading1",
  h3: "Heading2",
  h4: "Heading3",
  h5: "Heading4",
  h6: "Heading5",
};

/** Heads of what is no handout have styles of their own. */
const OWN: Readonly<Record<string, ParagraphStyle>> = { "card-title": "CardTitle", "card-label": "CardLabel" };

export const heading: Handle = (state, element, inherited) =>
  state.flow(element, { ...inherited, style: byClass(element, OWN) ?? STYLES[element.tagName] ?? "Heading5" });
